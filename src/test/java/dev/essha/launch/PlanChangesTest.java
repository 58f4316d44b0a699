package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.checklist.Checklist;
import dev.essha.checklist.Finding;
import dev.essha.checklist.Verdict;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.inventory.Inventory;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Installer;
import dev.essha.pipeline.Patience;
import dev.essha.pipeline.Preview;
import dev.essha.pipeline.StagePreview;
import dev.essha.pipeline.VirtualTime;
import dev.essha.plan.AccountId;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.yaml.ReadResult;
import dev.essha.survey.Survey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of a running deployment when its plan is edited: what the preview says, what is refused, and that in the
 * end everything holds and no data was lost that nobody named.
 */
class PlanChangesTest {

    private static final AccountId ACCOUNT = new AccountId("111122223333");

    private final VirtualTime clock = new VirtualTime();

    /**
     * A row of the table.
     *
     * @param from settings of the deployment that runs, other than the preset's
     * @param to settings that are edited
     * @param preview what the preview says of each stage that does not stand as asked
     * @param named what has to be named so that it is not refused
     * @param refused whether it is never done: what stands in the way cannot be named away
     */
    record Change(
            String title,
            List<String> from,
            List<String> to,
            List<String> preview,
            Set<String> named,
            boolean refused) {

        static Change parse(String block) {
            List<String> lines = block.strip().lines().map(String::strip).toList();
            return new Change(
                    lines.getFirst(),
                    all(lines, "from "),
                    all(lines, "to "),
                    all(lines, "says "),
                    new TreeSet<>(all(lines, "replace ")),
                    lines.contains("refused"));
        }

        private static List<String> all(List<String> lines, String word) {
            return lines.stream()
                    .filter(l -> l.startsWith(word))
                    .map(l -> l.substring(word.length()).strip())
                    .toList();
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Change> changes() {
        return Arrays.stream(PlanChanges.TABLE.split("\n\n")).map(Change::parse);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfThePlanDoesWhatItsPreviewSaidAndLosesNothing(Change change) throws InterruptedException {
        ValidPlan before = plan(change.from());
        ValidPlan after =
                plan(Stream.concat(change.from().stream(), change.to().stream()).toList());
        try (RehearsalCloud cloud = open(before)) {
            Blueprint old = Blueprint.of(before);
            Blueprint changed = Blueprint.of(after);
            assertThat(install(old, cloud, Set.of())).isEqualTo(Event.Outcome.COMPLETE);
            SortedMap<String, String> data = data(old, cloud);

            List<StagePreview> preview = new Preview(clock, true).preview(changed, Optional.of(cloud));
            assertThat(Said.of(preview)).isEqualTo(change.preview());
            assertThat(Said.refused(preview)).isEqualTo(change.named());
            if (!change.named().isEmpty()) {
                assertThat(install(changed, cloud, Set.of())).isEqualTo(Event.Outcome.FAILED);
                assertThat(data(old, cloud)).isEqualTo(data);
            }
            if (change.refused()) {
                return;
            }

            List<Event> lost = new ArrayList<>();
            assertThat(install(changed, cloud, change.named(), clients(after, cloud, lost)))
                    .isEqualTo(Event.Outcome.COMPLETE);
            assertThat(lost).isEmpty();
            assertThat(failing(changed, cloud)).isEmpty();
            assertThat(data(changed, cloud)).containsAllEntriesOf(unnamed(data, change.named()));
            assertThat(Said.of(new Preview(clock, true).preview(changed, Optional.of(cloud))))
                    .isEmpty();
            assertThat(install(changed, cloud, Set.of())).isEqualTo(Event.Outcome.UNCHANGED);
        }
    }

    private static ValidPlan plan(List<String> settings) {
        PlanFile file = PlanFile.of(Preset.PRODUCTION);
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            file = file.with(parts[0], parts[1]);
        }
        ReadResult read = file.read();
        return read.valid().orElseThrow(() -> new AssertionError(settings + ": " + read.problems()));
    }

    private RehearsalCloud open(ValidPlan plan) {
        RehearsalSettings settings = RehearsalSettings.of(ACCOUNT, plan.plan().region(), clock);
        return RehearsalCloud.open(
                settings.withHostedZoneFor(plan.plan().domain().name(), Optional.empty()));
    }

    private Event.Outcome install(Blueprint blueprint, RehearsalCloud cloud, Set<String> named) {
        return install(blueprint, cloud, named, _ -> {});
    }

    private Event.Outcome install(
            Blueprint blueprint, RehearsalCloud cloud, Set<String> named, Consumer<Event> listener) {
        return new Installer(cloud, clock, Patience.DEFAULT, Locale.ENGLISH, listener)
                .install(blueprint, new InstallOptions(Optional.empty(), named, true));
    }

    /** Looks at each event whether clients still get an address. */
    private static Consumer<Event> clients(ValidPlan plan, RehearsalCloud cloud, List<Event> lost) {
        String name = "openid." + plan.plan().domain().name();
        return event -> {
            if (cloud.resolver().lookUp(name, "A").values().isEmpty()) {
                lost.add(event);
            }
        };
    }

    /** The ids of what holds data: another one of the same name has another id. */
    private static SortedMap<String, String> data(Blueprint blueprint, RehearsalCloud cloud) {
        SortedMap<String, String> data = new TreeMap<>();
        for (Output output : List.of(
                Output.VPC_ID,
                Output.KEY_ARN,
                Output.BUCKET_NAME,
                Output.DATABASE_ENDPOINTS,
                Output.KAFKA_CLUSTER_ARN)) {
            Stage stage = blueprint.stage(output.producer());
            Work.Stack work = (Work.Stack) stage.work();
            cloud.stacks(work.region())
                    .find(work.name())
                    .ifPresent(s -> data.put(output.key(), s.outputs().get(output.key())));
        }
        return data;
    }

    /** What no stage holds of which something was named. */
    private static SortedMap<String, String> unnamed(SortedMap<String, String> data, Set<String> named) {
        SortedMap<String, String> rest = new TreeMap<>(data);
        rest.keySet().removeIf(key -> named.stream().anyMatch(n -> n.startsWith(producer(key) + "/")));
        return rest;
    }

    private static String producer(String key) {
        return Arrays.stream(Output.values())
                .filter(o -> o.key().equals(key))
                .findFirst()
                .orElseThrow()
                .producer()
                .label();
    }

    private List<String> failing(Blueprint blueprint, RehearsalCloud cloud) {
        Inventory seen = new Survey(() -> "probe").take(blueprint, cloud, clock.now());
        return Checklist.judge(blueprint.plan().plan(), seen).stream()
                .filter(f -> f.verdict() != Verdict.PASS)
                .map(Finding::id)
                .toList();
    }
}
