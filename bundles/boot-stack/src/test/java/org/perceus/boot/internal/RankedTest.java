package org.perceus.boot.internal;

import static org.junit.Assert.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class RankedTest {
    private static Map<String, Object> properties(int ranking, long id) {
        return Map.of("service.ranking", ranking, "service.id", id);
    }

    @Test
    public void prefersRankingThenAge() {
        Ranked<String> services = new Ranked<>();
        services.add("young", properties(0, 9));
        services.add("old", properties(0, 3));
        services.add("ranked", properties(5, 10));
        assertEquals(List.of("ranked", "old", "young"), services.all());
        services.remove("ranked");
        assertEquals(Optional.of("old"), services.best());
    }

    @Test
    public void ordersByTheServicesFirstIfToldSo() {
        Ranked<String> services = new Ranked<>(Comparator.comparingInt((String text) -> -text.length()));
        services.add("/a/", properties(9, 1));
        services.add("/a/b/", properties(0, 2));
        services.add("/x/", properties(9, 0));
        assertEquals(List.of("/a/b/", "/x/", "/a/"), services.all());
    }

    @Test
    public void hasNoBestOfNone() {
        Ranked<String> services = new Ranked<>();
        services.add("a", Map.of());
        services.remove("a");
        assertEquals(Optional.empty(), services.best());
    }
}
