package org.perceus.ledger.internal.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.perceus.ledger.Author;
import org.perceus.ledger.Change;
import org.perceus.ledger.Decision;
import org.perceus.ledger.Decision.Outcome;
import org.perceus.ledger.Difference;
import org.perceus.ledger.Ledger;
import org.perceus.ledger.Projection;

/** A state of words, each with a number that nobody else has, for tests. */
final class Words {
    static final Author ROOT = new Author("root", "test");
    private static final String TOPIC = "word";

    private Words() {}

    static Projection<Map<String, String>> of(Ledger ledger) {
        return ledger.project(Set.of(TOPIC), Map.of(), Words::fold);
    }

    static Map<String, String> fold(Map<String, String> state, Difference difference) {
        Map<String, String> next = new TreeMap<>(state);
        difference
                .after()
                .ifPresentOrElse(text -> next.put(difference.key(), text), () -> next.remove(difference.key()));
        return Map.copyOf(next);
    }

    static Decision<Map<String, String>, String> put(String key, String value) {
        return state -> {
            Difference difference =
                    new Difference(TOPIC, key, Optional.ofNullable(state.get(key)), Optional.ofNullable(value));
            return difference.before().equals(difference.after())
                    ? Outcome.unchanged("same", state)
                    : new Outcome<>("put", fold(state, difference), List.of(difference));
        };
    }

    /** Gives a word the lowest number that is free. */
    static Decision<Map<String, String>, String> number(String key) {
        return state -> {
            int number = 0;
            while (state.containsValue(Integer.toString(number))) {
                number++;
            }
            Difference difference = new Difference(TOPIC, key, Optional.empty(), Optional.of("" + number));
            return new Outcome<>("" + number, fold(state, difference), List.of(difference));
        };
    }

    /** Makes so many words by one change. */
    static Decision<Map<String, String>, String> many(int count) {
        return state -> {
            Map<String, String> next = new TreeMap<>(state);
            List<Difference> differences = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                next.put("w" + i, "1");
                differences.add(new Difference(TOPIC, "w" + i, Optional.empty(), Optional.of("1")));
            }
            return new Outcome<>("put", Map.copyOf(next), differences);
        };
    }

    static String text(Change change) {
        StringBuilder text = new StringBuilder().append(change.id()).append(' ');
        change.differences().forEach(one -> text.append(one.key())
                .append(':')
                .append(one.before().orElse(""))
                .append('>')
                .append(one.after().orElse("")));
        return text.toString();
    }
}
