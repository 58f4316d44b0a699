package dev.essha.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.Why;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void everySentenceIsUsedAndEveryCheckHasItsSentences() {
        Set<String> used = Stream.concat(Checklist.CHECKS.stream(), PreflightChecks.CHECKS.stream())
                .flatMap(Check::allWords)
                .flatMap(TextsTest::keys)
                .collect(Collectors.toCollection(TreeSet::new));
        used.add("unknown.remedy");
        Stream.of(Why.Kind.values()).forEach(kind -> used.add(kind.key() + ".remedy"));

        assertThat(Texts.of(Locale.ROOT).bundle().keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void idsAreUnique() {
        assertThat(Stream.concat(Checklist.CHECKS.stream(), PreflightChecks.CHECKS.stream())
                        .map(Check::id))
                .doesNotHaveDuplicates();
    }

    private static Stream<String> keys(String id) {
        String shared = id.startsWith("preflight-quota") ? "preflight-quota" : id;
        return Stream.of(id + ".title", shared + ".why", shared + ".remedy");
    }
}
