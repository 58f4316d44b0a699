package dev.essha.plan;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Names and texts of all lengths that are allowed, the longest among them. */
final class AnyText {

    private static final int LONGEST_NAME = 24;

    /** Letters of several scripts, so that bytes and characters differ, and every sign that tags may have. */
    private static final String TAG_SIGNS = "abcXYZ019 _.:/=+-@äß漢字";

    private AnyText() {}

    static Arbitrary<DeploymentName> deploymentNames() {
        Arbitrary<String> longest = Arbitraries.just("d".repeat(LONGEST_NAME));
        Arbitrary<String> names = words("abcz0189", "-", LONGEST_NAME).map(text -> "d" + text.substring(1));
        return Arbitraries.frequencyOf(Tuple.of(1, longest), Tuple.of(3, names)).map(DeploymentName::new);
    }

    static Arbitrary<AccountId> accounts() {
        return Arbitraries.strings().numeric().ofLength(12).map(AccountId::new);
    }

    /** Sometimes as many as there may be, sometimes as long as they may be, both as far as templates can hold them. */
    static Arbitrary<SortedMap<String, String>> tags() {
        int most = Limits.TAGS - Limits.OWN_TAGS;
        return Arbitraries.frequencyOf(
                        Tuple.of(4, tags(0, 10, TAG_SIGNS, 20, 40)),
                        Tuple.of(1, tags(most, most, "abcXYZ019 ", 40, 90)),
                        Tuple.of(1, tags(15, 15, "abcXYZ019-", Limits.TAG_KEY, Limits.TAG_VALUE)))
                .map(TreeMap::new);
    }

    private static Arbitrary<Map<String, String>> tags(int fewest, int most, String signs, int key, int value) {
        StringArbitrary text = Arbitraries.strings().withChars(signs);
        return Arbitraries.maps(
                        text.ofMinLength(Math.min(key, fewest + 1)).ofMaxLength(key),
                        text.ofMinLength(0).ofMaxLength(value))
                .ofMinSize(fewest)
                .ofMaxSize(most);
    }

    /** Two to five labels, in all up to the length that a certificate carries. */
    static Arbitrary<DomainName> domains() {
        return words("abcz0189", "-", 20)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(labels -> String.join(".", labels) + ".example")
                .filter(name -> name.length() <= Limits.CERTIFICATE_NAME)
                .map(DomainName::new);
    }

    static Arbitrary<List<Cidr>> ranges(int fewest, int most) {
        Arbitrary<Cidr> ranges = Arbitraries.integers().between(0, 255).map(i -> Cidr.parse("203.0." + i + ".0/24"));
        return ranges.list().ofMinSize(fewest).ofMaxSize(most).uniqueElements();
    }

    /** Words of the given characters, with single separators between them. */
    static Arbitrary<String> words(String characters, String separator, int longest) {
        return Arbitraries.strings()
                .withChars(characters)
                .ofMinLength(1)
                .ofMaxLength(longest)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> parts.stream().collect(Collectors.joining(separator)))
                .map(text -> text.substring(0, Math.min(longest, text.length())))
                .map(text -> text.endsWith(separator) ? text.substring(0, text.length() - 1) : text);
    }
}
