package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.wire.LoopbackRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ess-ha images} between two registries on loopback. */
class ImagesCommandTest {

    private static final String TOKEN = "canary-entitlement-7f3e9d";
    private static final String WRONG = "canary-wrong-entitlement-11";

    private final LoopbackRegistry releases = LoopbackRegistry.ofReleases("me", TOKEN);
    private final LoopbackRegistry ecr = LoopbackRegistry.ecr("ess-demo/inrupt/one", "ess-demo/inrupt/two");
    private final Canaries canaries = new Canaries();

    @TempDir
    private Path folder;

    private Path plan;

    @BeforeEach
    void letThemIn() throws IOException {
        System.setProperty("aws.accessKeyId", "an-id");
        System.setProperty("aws.secretAccessKey", "a-secret");
        canaries.let("entitlement", TOKEN);
        canaries.let("wrong entitlement", WRONG);
        canaries.let("what the token service gives", "token-for-");
        canaries.let("password of ECR", LoopbackRegistry.ECR_PASSWORD);
        plan = Files.writeString(
                folder.resolve("plan.yaml"),
                PlanFile.of(Preset.PROOF_OF_CONCEPT)
                        .with("registry.source", "\"" + releases.host() + "\"")
                        .with("registry.repositories", "[inrupt/one, inrupt/two]")
                        .text());
        releases.release("inrupt/one", "2.3.0");
        releases.release("inrupt/two", "2.3.0");
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        releases.close();
        ecr.close();
        canaries.searchFolder(folder);
        assertThat(canaries.found()).isEmpty();
    }

    @Test
    void theImagesOfAReleaseAreCopiedOnceAndThenThere() {
        Program.Ended checked = run(TOKEN, "--tag", "2.3.0", "--check", "--json");
        assertThat(checked.status()).isEqualTo(1);
        assertThat(states(checked)).containsExactly("to-copy", "to-copy");
        assertThat(ecr.asked()).isEmpty();

        Program.Ended copied = run(TOKEN, "--tag", "2.3.0");
        assertThat(copied.status()).isZero();
        assertThat(copied.out().lines().filter(l -> l.contains(" copied  sha256:")))
                .hasSize(2);
        assertThat(ecr.digestOf("ess-demo/inrupt/one", "2.3.0")).isEqualTo(releases.digestOf("inrupt/one", "2.3.0"));
        assertThat(ecr.manifests("ess-demo/inrupt/two")).isEqualTo(releases.manifests("inrupt/two"));

        Program.Ended again = run(TOKEN, "--tag", "2.3.0", "--check", "--json");
        assertThat(again.status()).isZero();
        assertThat(states(again)).containsExactly("there", "there");
        assertThat(again.json().at("/images/0/copied").asBoolean()).isFalse();
    }

    @Test
    void aWrongEntitlementIsNoAccess() {
        Program.Ended ended = run(WRONG, "--tag", "2.3.0", "--debug");
        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.out()).contains("the entitlement does not open it");
        assertThat(ecr.asked()).isEmpty();
    }

    @Test
    void anImageThatIsMissingDoesNotKeepTheOthers() throws IOException {
        releases.release("inrupt/one", "2.4.0");
        Program.Ended ended = run(TOKEN, "--tag", "2.4.0", "--json");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(states(ended)).containsExactly("there", "not-released");
        assertThat(ecr.digestOf("ess-demo/inrupt/one", "2.4.0")).isNotNull();
    }

    @Test
    void anUploadThatKeepsBreakingFailsAndTheNextRunEndsIt() {
        ecr.breakUploads(3);
        Program.Ended broken = run(TOKEN, "--tag", "2.3.0", "--json", "--debug");
        assertThat(broken.status()).isNotZero();
        assertThat(states(broken)).containsExactly("failed", "there");

        assertThat(run(TOKEN, "--tag", "2.3.0").status()).isZero();
    }

    @Test
    void withoutAnEntitlementNobodyIsAsked() {
        Program.Ended ended = program(Map.of()).run("images", plan.toString(), "--tag", "2.3.0");
        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.err()).contains("ESS_ENTITLEMENT_USER");
        assertThat(releases.asked()).isEmpty();
    }

    @Test
    void aTagIsWantedAndMustBeOne() {
        assertThat(run(TOKEN).status()).isEqualTo(2);
        assertThat(run(TOKEN, "--tag", "a b").status()).isEqualTo(2);
    }

    @Test
    void aRehearsalHasImagesToo() {
        Program rehearsal =
                new Program(folder.resolve("state"), List.of("--rehearse", "--speed", "100000"), environment(TOKEN));
        String file = plan.toString();
        assertThat(rehearsal.run("images", file, "--tag", "1").out()).contains("install makes it");
        assertThat(rehearsal.run("install", file, "--yes").status()).isZero();
        Program.Ended ended = rehearsal.run("images", file, "--tag", "1");
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("REHEARSAL", "copied");
        assertThat(releases.asked()).isEmpty();

        assertThat(rehearsal.run("images", file, "--tag", "1").out()).contains("there already");
        assertThat(rehearsal.run("verify", file, "--json").out())
                .contains(", 1 image")
                .doesNotContain("empty: ");
        assertThat(rehearsal.run("plan", file).out()).doesNotContain("by hand");
        assertThat(rehearsal.run("destroy", file, "--yes").status()).isZero();
    }

    private static List<String> states(Program.Ended ended) {
        return StreamSupport.stream(ended.json().path("images").spliterator(), false)
                .map((JsonNode i) -> i.path("state").asText())
                .toList();
    }

    private Program.Ended run(String token, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "images";
        words[1] = plan.toString();
        System.arraycopy(options, 0, words, 2, options.length);
        Program.Ended ended = program(environment(token)).run(words);
        canaries.search("standard output", ended.out());
        canaries.search("standard error", ended.err());
        return ended;
    }

    private static Map<String, String> environment(String token) {
        return new HashMap<>(Map.of("ESS_ENTITLEMENT_USER", "me", "ESS_ENTITLEMENT", token));
    }

    private Program program(Map<String, String> environment) {
        return new Program(folder.resolve("state"), List.of("--endpoint-url", "http://" + ecr.host()), environment);
    }
}
