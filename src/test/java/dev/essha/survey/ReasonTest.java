package dev.essha.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.CloudFailure;
import dev.essha.inventory.Why;
import dev.essha.wording.Phrase;
import org.junit.jupiter.api.Test;

class ReasonTest {

    private static final String CALL = "s3:GetBucketVersioning";
    private static final Phrase OWN = Phrase.of("proxy.gone", "http://proxy:3128", "HTTPS_PROXY", "NO_PROXY");
    private static final Phrase OF_AWS = Phrase.asIs("Slow down");

    @Test
    void whatTheProgramSaysStaysAPhrase() {
        assertThat(Reason.of(new CloudFailure.Unreachable(CALL, OWN)))
                .isEqualTo(Why.of(Why.Kind.UNREACHABLE, CALL, OWN));
    }

    @Test
    void onlyItsOwnWordsAreSaidToBeOfAws() {
        assertThat(Reason.of(new CloudFailure.Invalid(CALL, OF_AWS))).isEqualTo(Why.of(Why.Kind.FAILED, CALL, OF_AWS));
        assertThat(Reason.of(new CloudFailure.NotFound(CALL, OF_AWS)))
                .isEqualTo(Why.of(Why.Kind.NOT_FOUND, CALL, OF_AWS));
        assertThat(Reason.of(new CloudFailure.Unknown(CALL, "", Phrase.of("interrupted"))))
                .isEqualTo(Why.of(Why.Kind.NOT_ASKED, CALL, Phrase.of("interrupted")));
    }
}
