package org.perceus.module.files.template;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.Excerpt;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;

/** A text with places for what is known of a node, in the language Mustache. Immutable. */
public final class TextTemplate {
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final String origin;
    private final Template template;

    private TextTemplate(String origin, Template template) {
        this.origin = origin;
        this.template = template;
    }

    /**
     * Reads one.
     *
     * @param origin its file, for sentences
     * @throws ProvisioningException when it is none, with file and line
     */
    public static TextTemplate read(String origin, String text) throws ProvisioningException {
        try {
            return new TextTemplate(origin, compiler().compile(text));
        } catch (RuntimeException e) {
            throw new ProvisioningException(place(origin, e) + ": " + OneSentence.of(e), e);
        }
    }

    /**
     * The text for a node.
     *
     * @throws ProvisioningException when there is none, with file and line
     */
    public String text(NodeView node) throws ProvisioningException {
        BoundedText text = new BoundedText();
        try {
            template.execute(NodeValues.of(node), text);
            return text.toString();
        } catch (MustacheException.Context missing) {
            String key = Excerpt.of(missing.key);
            throw new ProvisioningException(
                    origin + " line " + missing.lineNo + ": " + node.name() + " has no value '" + key
                            + "': give it one, or put the line between {{#" + key + "}} and {{/" + key + "}}",
                    missing);
        } catch (TooMuch e) {
            throw new ProvisioningException(origin + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new ProvisioningException(place(origin, e) + ": " + OneSentence.of(e), e);
        }
    }

    /** Values are looked up in maps alone: nothing is called by reflection, and no other file is read. */
    private static Mustache.Compiler compiler() {
        return Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).withCollector(new BasicCollector() {
            @Override
            public <K, V> Map<K, V> createFetcherCache() {
                return new ConcurrentHashMap<>();
            }
        });
    }

    private static String place(String origin, RuntimeException thrown) {
        Matcher line = LINE.matcher(String.valueOf(thrown.getMessage()));
        return line.find() ? origin + " line " + line.group(1) : origin;
    }
}
