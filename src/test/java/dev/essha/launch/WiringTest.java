package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.application.Places;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.signin.FoundProfile;
import dev.essha.cloud.signin.Login;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is around the process reaches the adapters, and nothing else does. */
class WiringTest {

    @TempDir
    Path folder;

    @Test
    void profilesComeFromTheFilesThatTheEnvironmentNames() throws IOException {
        Path config = folder.resolve("elsewhere");
        Files.writeString(config, "[profile a]\ncredential_process = x\n");

        assertThat(wiring(Map.of("AWS_CONFIG_FILE", config.toString()))
                        .signIns()
                        .profiles()
                        .found())
                .extracting(FoundProfile::name)
                .containsExactly("a");
        assertThat(wiring(Map.of()).signIns().profiles().found()).isEmpty();
    }

    @Test
    void theEndpointOfTheEnvironmentStandsForAws() {
        try (Places.Session session = open(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1"), new Login.Default())) {
            assertThat(session.cloud().kind()).isEqualTo(Cloud.Kind.ENDPOINT);
        }
        try (Places.Session session = open(Map.of(), new Login.Default())) {
            assertThat(session.cloud().kind()).isEqualTo(Cloud.Kind.AWS);
        }
    }

    @Test
    void theLoginReachesTheAccount() {
        try (Places.Session session = open(Map.of(), new Login.Profile("corp"))) {
            assertThat(session.signedIn().login()).isEqualTo(new Login.Profile("corp"));
        }
    }

    private Places.Session open(Map<String, String> environment, Login login) {
        Plan plan = Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
        return wiring(environment)
                .open(plan, new Places.Choice(false, 1, false, Optional.empty(), login, Optional.empty()));
    }

    private Wiring wiring(Map<String, String> environment) {
        return new Wiring(new Surroundings(environment, folder, "Linux", false), "test");
    }
}
