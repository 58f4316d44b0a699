package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.blueprint.Blueprint;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.aws.AwsCloud;
import dev.essha.emulator.Emulator;
import dev.essha.emulator.FaultyLine;
import dev.essha.pipeline.Destroyer;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Installer;
import dev.essha.pipeline.Patience;
import dev.essha.plan.Plan;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.plan.ValidPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The installer is killed, again and again, at events and requests that a seed chooses, and each time started anew: it
 * converges, nothing is made twice, and after a destroy nothing is left that it did not name.
 *
 * <p>A run is killed by cutting its line to the account: like a process that is gone it asks for nothing any more, and it
 * keeps nothing on the disk that a later run could read.
 */
class KilledIT {

    private static final String REGION = "eu-central-1";
    private static final int LIVES = 8;
    private static final int KILLS_OF_INSTALL = 12;
    private static final int KILLS_OF_DESTROY = 6;
    /** Slow enough that most runs are killed while something is in progress. */
    private static final double SPEED = 800;

    /** Of a run: about a third of what a whole one has, as the account goes on while nobody runs. */
    private static final int EVENTS = 50;

    private static final int REQUESTS = 60;

    /** How often the line is looked at: a run that cannot reach the account may have nothing to say for minutes. */
    private static final int LOOK_MILLIS = 20;

    private static final Plan PLAN =
            Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);

    @TempDir
    private Path folder;

    private final Emulator emulator = Emulator.shared();
    private final Blueprint blueprint = Blueprint.of(ValidPlan.of(PLAN));
    private int tried;
    private int killed;

    @AfterEach
    void signOut() {
        DummyCredentials.clear();
    }

    @Test
    void howeverOftenItIsKilledItConverges() throws Exception {
        DummyCredentials.set();
        Map<String, Integer> once = clean();
        for (int seed = 1; seed <= LIVES; seed++) {
            live(new Random(seed), once);
        }
        System.out.printf(
                "killed: %d runs of %d that were to be killed, in %d lives; all converged%n", killed, tried, LIVES);
        assertThat(killed).isGreaterThanOrEqualTo(100);
    }

    /** How many of each kind an install makes that nobody kills. */
    private Map<String, Integer> clean() throws IOException {
        begin();
        try (Cloud cloud = emulator.open(REGION)) {
            install(cloud, _ -> {});
        }
        return counts(emulator.control().state(REGION));
    }

    private void begin() {
        emulator.reset();
        emulator.control().speed(SPEED);
        new Boto("ess-demo").does("hosted-zone");
    }

    private void live(Random random, Map<String, Integer> once) throws Exception {
        begin();
        JsonNode before = emulator.control().state(REGION);
        for (int i = 0; i < KILLS_OF_INSTALL; i++) {
            kill(random, this::install);
        }
        try (Cloud cloud = emulator.open(REGION)) {
            assertThat(install(cloud, _ -> {})).isIn(Event.Outcome.COMPLETE, Event.Outcome.UNCHANGED);
        }
        assertThat(DeploymentIT.failed(verify())).isEmpty();
        assertThat(counts(emulator.control().state(REGION))).isEqualTo(once);
        for (int i = 0; i < KILLS_OF_DESTROY; i++) {
            kill(random, this::destroy);
        }
        try (Cloud cloud = emulator.open(REGION)) {
            assertThat(destroy(cloud, _ -> {})).isIn(Event.Outcome.COMPLETE, Event.Outcome.UNCHANGED);
        }
        assertThat(Leftovers.between(before, emulator.control().state(REGION)))
                .as("the bucket, the key and the last snapshot stay")
                .allMatch(left -> left.matches("(s3.bucket|kms.key|kms.alias|rds.snapshot) .*"));
    }

    private interface Run {
        Event.Outcome run(Cloud cloud, Consumer<Event> listener);
    }

    /** At an event or at a request, whichever the seed says; a run that ends before cannot be killed. */
    private void kill(Random random, Run run) throws InterruptedException {
        try (FaultyLine line = FaultyLine.to(emulator.endpoint());
                Cloud cloud = AwsCloud.open(emulator.settings(PLAN.region()).withEndpoint(line.endpoint()))) {
            long event = random.nextBoolean() ? 1 + random.nextInt(EVENTS) : Long.MAX_VALUE;
            if (event == Long.MAX_VALUE) {
                line.cutAfter(1 + random.nextInt(REQUESTS));
            }
            Thread process = Thread.ofPlatform()
                    .start(() -> endsSomehow(run, cloud, happened -> {
                        if (happened.sequence() == event) {
                            line.cut();
                        }
                    }));
            while (!process.join(Duration.ofMillis(LOOK_MILLIS))) {
                if (line.isCut()) {
                    process.interrupt();
                }
            }
            tried++;
            killed += line.isCut() ? 1 : 0;
        }
    }

    /** What it says in its last moment nobody hears. */
    private static void endsSomehow(Run run, Cloud cloud, Consumer<Event> listener) {
        try {
            run.run(cloud, listener);
        } catch (RuntimeException e) {
            // Cut off before its first event.
        }
    }

    private Event.Outcome install(Cloud cloud, Consumer<Event> listener) {
        return new Installer(cloud, new SystemTime(), Patience.DEFAULT, Locale.ENGLISH, listener)
                .install(blueprint, InstallOptions.DEFAULT);
    }

    private Event.Outcome destroy(Cloud cloud, Consumer<Event> listener) {
        Destroyer destroyer = new Destroyer(cloud, new SystemTime(), Patience.DEFAULT, Locale.ENGLISH, listener);
        return destroyer.destroy(destroyer.list(blueprint, false));
    }

    private Program.Ended verify() throws IOException {
        Path plan =
                Files.writeString(folder.resolve("plan.yaml"), PlanFile.of(PLAN).text());
        return new Program(folder, DeploymentIT.place(emulator)).run("verify", plan.toString(), "--json");
    }

    /** How many of each kind stand in a state of the emulator's control interface. */
    static Map<String, Integer> counts(JsonNode state) {
        Map<String, Integer> counts = new TreeMap<>();
        state.properties()
                .forEach(kind -> counts.put(kind.getKey(), kind.getValue().size()));
        return counts;
    }
}
