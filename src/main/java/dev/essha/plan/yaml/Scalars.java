package dev.essha.plan.yaml;

import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/** How texts are written: plain where every reader of YAML agrees that it is a text, in quotes otherwise. */
final class Scalars {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9_./-]*");

    /** YAML 1.1, which many tools still speak, reads these as true and false. */
    private static final Set<String> OLD_BOOLEANS = Set.of("y", "n", "yes", "no", "on", "off");

    private static final CoreScalarResolver RESOLVER = new CoreScalarResolver(true);

    private Scalars() {}

    static String written(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches()
                && RESOLVER.resolve(text, true).equals(Tag.STR)
                && !looksLikeNumber(text)
                && OLD_BOOLEANS.stream().noneMatch(text::equalsIgnoreCase);
    }

    /** YAML 1.1 also knows 1_000 and dates. */
    private static boolean looksLikeNumber(String text) {
        return text.chars().noneMatch(c -> Character.isLetter(c) || c == '/');
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> appendPrintable(out, c);
            }
        });
        return out.append('"').toString();
    }

    private static void appendPrintable(StringBuilder out, int c) {
        boolean shown = Character.isLetterOrDigit(c) || c >= ' ' && c <= '~';
        if (shown) {
            out.appendCodePoint(c);
        } else {
            out.append(String.format("\\U%08X", c));
        }
    }
}
