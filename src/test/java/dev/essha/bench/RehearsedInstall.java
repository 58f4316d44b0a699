package dev.essha.bench;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.launch.CompressedTime;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Installer;
import dev.essha.pipeline.Patience;
import dev.essha.plan.AccountId;
import dev.essha.plan.Choices;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.RegionName;
import dev.essha.plan.ValidPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An install into an account in memory of its own, over the longest chain of its stages. */
final class RehearsedInstall {

    /** It has six zones. */
    private static final RegionName REGION = new RegionName("us-east-1");

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompressedTime time;
    private final Plan plan;

    RehearsedInstall(int zones, String name, double speed) {
        Choices simplest = Choices.simplest(REGION);
        Choices choices = new Choices(
                zones,
                simplest.egress(),
                simplest.dns(),
                simplest.loadBalancing(),
                simplest.gateway(),
                simplest.topology());
        time = new CompressedTime(Instant.now(), speed);
        plan = Preset.PROOF_OF_CONCEPT.plan(new DeploymentName(name), REGION, Preset.DEFAULT_DOMAIN, choices);
    }

    /** @return how much longer it took than its longest chain, in the account's own time: 1 = no longer */
    double overChain() {
        RehearsalCloud cloud = RehearsalCloud.open(RehearsalSettings.of(new AccountId("111122223333"), REGION, time)
                .withHostedZoneFor(plan.domain().name(), Optional.empty()));
        Event.Outcome outcome = new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events::add)
                .install(Blueprint.of(ValidPlan.of(plan)), InstallOptions.DEFAULT);
        if (outcome != Event.Outcome.COMPLETE) {
            throw new IllegalStateException("a rehearsed install ended " + outcome + ": " + events.getLast());
        }
        Duration took =
                Duration.between(events.getFirst().at(), events.getLast().at());
        return (double) took.toMillis() / chain().toMillis();
    }

    /** How long it takes where nothing but the stages takes time. */
    private Duration chain() {
        Map<StageId, Duration> ends = new EnumMap<>(StageId.class);
        for (Event.Announced stage : ((Event.RunStarted) events.getFirst()).stages()) {
            Duration begins = stage.after().stream()
                    .map(ends::get)
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
            ends.put(stage.stage(), begins.plus(stage.expected()));
        }
        return ends.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    }
}
