package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceDrift;
import dev.essha.plan.DnsRecord;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.util.List;

/** What the work of a stage needs from the run it belongs to. */
record StageContext(StageId stage, Run run) {

    Cloud cloud() {
        return run.cloud();
    }

    Time time() {
        return run.time();
    }

    Cancellation cancellation() {
        return run.cancellation();
    }

    Retry retry() {
        return run.retry(stage);
    }

    /** Waits before the next look at something that takes its time. */
    void pause(Pace pace) throws InterruptedException {
        time().sleep(run.jitter().spread(pace.next()));
    }

    /** Tells one proposal for a stack from every other, and is the same when its call is repeated. */
    String token(String stackName) {
        return stackName + "-" + time().now().toEpochMilli();
    }

    void note(String key, Object... args) {
        note(Phrase.of(key, args));
    }

    void note(Phrase what) {
        run.log().note(stage, what);
    }

    /** The language of the run's readers. */
    Wording wording() {
        return run.log().wording();
    }

    String say(Phrase what) {
        return wording().of(what);
    }

    void watching(String status) {
        run.log().add((n, at) -> new Event.StageWatching(n, at, stage, status));
    }

    void proposed(List<ResourceChange> changes) {
        run.log().add((n, at) -> new Event.ChangesProposed(n, at, stage, changes));
    }

    void drifted(List<ResourceDrift> resources) {
        run.log().add((n, at) -> new Event.DriftFound(n, at, stage, resources));
    }

    void driftLeft(List<ResourceDrift> resources) {
        run.log().add((n, at) -> new Event.DriftLeft(n, at, stage, resources));
    }

    void resource(String logicalId, String type, String physicalId, Event.ResourceState state, String reason) {
        run.log().add((n, at) -> new Event.ResourceChanged(n, at, stage, logicalId, type, physicalId, state, reason));
    }

    void needs(Event.Purpose purpose, List<DnsRecord> records) {
        run.log().add((n, at) -> new Event.RecordsNeeded(n, at, stage, purpose, records));
    }

    void found(Event.Purpose purpose) {
        run.log().add((n, at) -> new Event.RecordsFound(n, at, stage, purpose));
    }

    void leftBehind(Phrase what, String physicalId, Phrase why) {
        run.log().add((n, at) -> new Event.LeftBehind(n, at, stage, say(what), physicalId, say(why)));
    }
}
