package dev.essha.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.Why;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckTest {

    private static final Texts TEXTS = Texts.of(Locale.ROOT);

    @ParameterizedTest
    @MethodSource
    void whatCannotBeSaidIsOneUnknown(Ruling ruling, String named) {
        Check<Plan, String> odd = new Check<>("R10-bucket", (_, _) -> ruling);

        Finding finding = odd.judge(ExamplePlan.inRoute53(), "", TEXTS);

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.title()).isEqualTo("Resource content is kept in an S3 bucket");
        assertThat(finding.evidence())
                .singleElement()
                .asString()
                .startsWith("the answer could not be judged: ")
                .contains(named);
        assertThat(finding.remedy()).startsWith("Check again;");
    }

    static Stream<Arguments> whatCannotBeSaidIsOneUnknown() {
        return Stream.of(
                Arguments.of(Ruling.pass("no.such-sentence"), "no.such-sentence"),
                Arguments.of(Ruling.fail("quota.room", "Addresses", "L-1", "many", "some", "more"), "IllegalArgument"));
    }

    @Test
    void whatAnAdapterSaysIsSaidInTheReadersLanguage() {
        Why why = Why.of(Why.Kind.UNREACHABLE, "s3:GetBucketPolicy", Phrase.of("interrupted"));
        Check<Plan, String> unseen = new Check<>("R10-bucket", (_, _) -> Ruling.unknown(why));

        assertThat(unseen.judge(ExamplePlan.inRoute53(), "", Texts.of(Locale.GERMAN))
                        .evidence())
                .containsExactly("s3:GetBucketPolicy war nicht zu erreichen: unterbrochen");
        assertThat(unseen.judge(ExamplePlan.inRoute53(), "", TEXTS).evidence())
                .containsExactly("s3:GetBucketPolicy could not be reached: interrupted");
    }

    @Test
    void eachReasonWhySomethingIsUnseenHasItsOwnRemedyAndNoneTwice() {
        Ruling ruling = new Ruling.Facts()
                .unclear("unseen.denied", "a")
                .unclear("unseen.denied", "b")
                .unclear("quota.unknown", "Addresses", "L-1")
                .unclear("unseen.throttled", "c")
                .ruling();

        assertThat(TEXTS.remedy("R10-bucket", ruling))
                .isEqualTo("Give the signed-in identity the missing permission, then check again."
                        + " Check again in a minute.");
    }
}
