package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Entitlement;
import dev.essha.cloud.Images;
import dev.essha.cloud.Images.Kept;
import dev.essha.cloud.Images.Released;
import dev.essha.cloud.ReleasedImage;
import dev.essha.cloud.said.Said;
import dev.essha.plan.RegionName;
import dev.essha.wire.LoopbackRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Copies from one registry on loopback to another, which answers like Amazon ECR. */
class ImagesOnTheWireTest {

    private static final String NAME = "inrupt/storage";
    private static final String REPOSITORY = "ess-demo/inrupt/storage";
    private static final String TAG = "2.3.0";
    private static final Entitlement RIGHT = new Entitlement("me", "right-token-5c1f");
    private static final Images.Progress NOBODY = (_, _) -> {};

    private final LoopbackRegistry releases = LoopbackRegistry.ofReleases(RIGHT.user(), RIGHT.token());
    private final LoopbackRegistry ecr = LoopbackRegistry.ecr(REPOSITORY);
    private final AwsCloud cloud =
            AwsCloud.open(AwsSettings.of(new RegionName("eu-central-1"), WireServer.NOBODYS, "1.2.3")
                    .withEndpoint(URI.create("http://" + ecr.host()))
                    .withAccessKey("an-id", "a-secret"));
    private final Images images = cloud.images();

    @AfterEach
    void stop() {
        cloud.close();
        releases.close();
        ecr.close();
    }

    @Test
    void whatArrivesIsByteForByteWhatWasReleasedWithBothPlatforms() {
        String digest = releases.release(NAME, TAG);

        assertThat(copy()).isEqualTo(digest);

        assertThat(ecr.digestOf(REPOSITORY, TAG)).isEqualTo(digest);
        assertThat(ecr.manifests(REPOSITORY)).hasSize(3).isEqualTo(releases.manifests(NAME));
        assertThat(ecr.blobs(REPOSITORY)).hasSize(5).isEqualTo(releases.blobs(NAME));
        assertThat(images.kept(REPOSITORY, TAG)).isEqualTo(new Kept.There(digest));
    }

    @Test
    void theTagComesLast() {
        releases.release(NAME, TAG);
        copy();
        assertThat(ecr.asked().getLast()).isEqualTo("PUT /v2/" + REPOSITORY + "/manifests/" + TAG);
    }

    @Test
    void theLoginIsNotShownWhereBlobsReallyLie() {
        releases.release(NAME, TAG);
        copy();
        assertThat(releases.shownElsewhere()).hasSize(5).containsOnly("");
    }

    @Test
    void anImageIsOpenMissingOrClosed() {
        String digest = releases.release(NAME, TAG);
        Entitlement wrong = new Entitlement("me", "wrong-token-77aa");

        assertThat(images.released(RIGHT, image(TAG))).isEqualTo(new Released.Open(digest));
        assertThat(images.released(RIGHT, image("9.9.9"))).isEqualTo(new Released.Missing());
        assertThat(images.released(wrong, image(TAG))).isEqualTo(new Released.Closed());
        assertThat(images.kept(REPOSITORY, TAG)).isEqualTo(new Kept.NotThere());
        assertThat(images.kept("ess-demo/none", TAG)).isEqualTo(new Kept.NoRepository());
    }

    @Test
    void aRegistryThatIsNotThereIsToldOfByItsName() {
        ReleasedImage image = new ReleasedImage("localhost:1", NAME, TAG);
        assertThatThrownBy(() -> images.released(RIGHT, image)).isInstanceOfSatisfying(CloudException.class, e -> {
            assertThat(e.failure()).isInstanceOf(CloudFailure.Unavailable.class);
            assertThat(e.failure().call()).isEqualTo("localhost:1");
        });
    }

    @Test
    void whatIsThereIsNotSentAgain() {
        releases.release(NAME, TAG);
        String there = ecr.takesFirstBlob(releases, NAME, REPOSITORY);

        copy();

        assertThat(ecr.asked()).contains("HEAD /v2/" + REPOSITORY + "/blobs/" + there);
        assertThat(ecr.asked().stream().filter(a -> a.startsWith("PATCH "))).hasSize(4);
        assertThat(releases.asked()).doesNotContain("GET /v2/" + NAME + "/blobs/" + there);

        int before = ecr.asked().size();
        copy();
        assertThat(ecr.asked()).hasSize(before);
    }

    @Test
    void anUploadThatBreaksIsRepeated() {
        String digest = releases.release(NAME, TAG);
        ecr.breakUploads(2);

        assertThat(copy()).isEqualTo(digest);

        assertThat(ecr.asked().stream().filter(a -> a.startsWith("PATCH "))).hasSize(7);
        assertThat(ecr.blobs(REPOSITORY)).isEqualTo(releases.blobs(NAME));
    }

    @Test
    void aCopyThatBrokeGoesOnWhereItStopped() {
        String digest = releases.release(NAME, TAG);
        List<Long> seen = new ArrayList<>();
        assertThatThrownBy(() -> images.copy(RIGHT, image(TAG), REPOSITORY, (done, _) -> {
                    seen.add(done);
                    if (done > 350_000) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(ecr.digestOf(REPOSITORY, TAG)).isNull();
        int sent = ecr.blobs(REPOSITORY).size();
        assertThat(sent).isBetween(1, 4);
        assertThat(seen).isSorted();

        ecr.asked().clear();
        assertThat(copy()).isEqualTo(digest);
        // Uploads that were ended: one may have had to begin again, on a connection that the first copy left broken.
        assertThat(ecr.asked().stream().filter(a -> a.startsWith("PUT ") && a.contains("/uploads/")))
                .hasSize(5 - sent);
    }

    @Test
    void bytesOfAnotherDigestNeverArrive() {
        releases.release(NAME, TAG);
        releases.spoilBlobs(NAME);

        assertThat(failure())
                .isInstanceOf(CloudFailure.Invalid.class)
                .extracting(CloudFailure::message)
                .asString()
                .contains("something else than what has the digest sha256:");
        assertThat(releases.shownElsewhere())
                .as("what is whole is not asked for again")
                .hasSize(1);

        assertThat(ecr.blobs(REPOSITORY)).isEmpty();
        assertThat(ecr.digestOf(REPOSITORY, TAG)).isNull();
    }

    @Test
    void aTagThatNamesAnotherImageStaysAsItIs() {
        releases.release(NAME, TAG);
        ecr.tag(REPOSITORY, TAG, "sha256:other");

        assertThatThrownBy(this::copy)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.failure()).isInstanceOf(CloudFailure.Conflict.class));

        assertThat(ecr.digestOf(REPOSITORY, TAG)).isEqualTo("sha256:other");
    }

    @Test
    void noFailureRepeatsTheToken() {
        releases.release(NAME, TAG);
        Entitlement wrong = new Entitlement("me", "wrong-token-77aa");
        StringWriter told = new StringWriter();
        assertThatThrownBy(() -> images.copy(wrong, image(TAG), REPOSITORY, NOBODY))
                .satisfies(e -> e.printStackTrace(new PrintWriter(told)));

        assertThat(told.toString()).contains("does not let the login in (401)").doesNotContain("wrong-token", "Basic ");
        assertThat(wrong + " " + new RegistryLogin("me", "wrong-token-77aa")).doesNotContain("wrong-token");
    }

    @Test
    void anAnswerInsteadOfATokenIsNotRepeated() {
        releases.quotesForTokens();

        assertThat(told(failure())).isEqualTo(releases.host() + " gibt kein Token (200)");
    }

    @Test
    void anAnswerInsteadOfAManifestIsNotRepeated() {
        releases.quotesForManifests();

        assertThat(told(failure())).isEqualTo("Das Manifest ist kein JSON");
    }

    @Test
    void theLoginIsNotSentWhereItWouldNotBeSafe() {
        for (String realm :
                List.of("http://releases.example.com/token", "http://releases.localhost/token", "nowhere")) {
            releases.sendsLoginsTo(realm);

            CloudFailure failure = failure();
            assertThat(failure.message())
                    .isEqualTo(releases.host() + " wants the login sent where it would not be safe");
            assertThat(told(failure)).endsWith("dorthin gehen, wo es nicht sicher wäre");
        }
    }

    /** What is broken at the moment is another kind of failure than what is wrong. */
    @Test
    void aRegistryInTroubleIsAskedAgainLater() {
        releases.hasTrouble(503);
        assertThat(failure())
                .isInstanceOfSatisfying(
                        CloudFailure.Unavailable.class,
                        failure -> assertThat(failure.message()).isEqualTo(releases.host() + " answers 503"));

        releases.hasTrouble(400);
        assertThat(told(failure())).isEqualTo(releases.host() + " antwortet mit 400");
    }

    private CloudFailure failure() {
        StringWriter log = new StringWriter();
        CloudException e = catchThrowableOfType(CloudException.class, this::copy);
        e.printStackTrace(new PrintWriter(log));
        assertThat(log.toString()).doesNotContain("canary");
        return e.failure();
    }

    /** In German, of what stays so. */
    private static String told(CloudFailure failure) {
        assertThat(failure).isInstanceOf(CloudFailure.Invalid.class);
        return Said.in(Locale.GERMAN).of(failure.said());
    }

    private String copy() {
        return images.copy(RIGHT, image(TAG), REPOSITORY, NOBODY);
    }

    private ReleasedImage image(String tag) {
        return new ReleasedImage(releases.host(), NAME, tag);
    }
}
