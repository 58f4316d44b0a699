package dev.essha.ui.diagram;

import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.ResourceLine;
import dev.essha.pipeline.StagePhase;
import dev.essha.pipeline.StageResources;
import dev.essha.pipeline.StageState;
import java.util.Optional;

/**
 * Something that a box stands for.
 *
 * @param resource of the stage's stack; empty where the stage is a step, which has none
 */
record Part(StageId stage, Optional<Work.Resource> resource) {

    static final String CERTIFICATE = "AWS::CertificateManager::Certificate";

    static Part step(StageId stage) {
        return new Part(stage, Optional.empty());
    }

    static Part of(StageId stage, Work.Resource resource) {
        return new Part(stage, Optional.of(resource));
    }

    /** Whether it only changes what other stages made: until that begins, what they made stands. */
    boolean comesAfterwards() {
        return stage == StageId.NODES || stage == StageId.ACCESS;
    }

    /** @param destroyed whether the run is to delete it */
    BoxState state(StageState stage, boolean destroyed) {
        BoxState done = destroyed ? BoxState.GONE : BoxState.DONE;
        Optional<ResourceLine> line =
                resource.map(r -> stage.resources().lines().get(r.logicalId()));
        return switch (stage.phase()) {
            case StagePhase.Waiting _ -> BoxState.WAITING;
            case StagePhase.Running _, StagePhase.Watching _ -> underWay(stage, line, destroyed, BoxState.RUNNING);
            case StagePhase.NeedsRecords _ -> underWay(stage, line, destroyed, BoxState.ATTENTION);
            case StagePhase.Complete _ ->
                line.filter(ResourceLine::settled).map(Part::ended).orElse(done);
            case StagePhase.Failed _ -> afterFailure(stage, line);
            case StagePhase.Skipped _ -> BoxState.SKIPPED;
        };
    }

    /** @param atWork what a step, or a certificate that is being made, is in */
    private BoxState underWay(StageState stage, Optional<ResourceLine> line, boolean destroyed, BoxState atWork) {
        if (resource.isEmpty()) {
            return atWork;
        }
        if (line.isEmpty()) {
            return isLeftAlone(stage) && !destroyed ? BoxState.DONE : BoxState.WAITING;
        }
        return switch (line.get().state()) {
            case WAITING -> BoxState.WAITING;
            case IN_PROGRESS -> resource.get().type().equals(CERTIFICATE) ? atWork : BoxState.RUNNING;
            default -> ended(line.get());
        };
    }

    /** Where no resource is said to have failed, whatever is not done has. */
    private BoxState afterFailure(StageState stage, Optional<ResourceLine> line) {
        boolean named =
                stage.resources().lines().values().stream().anyMatch(l -> l.state() == Event.ResourceState.FAILED);
        if (line.isEmpty() && resource.isPresent() && isLeftAlone(stage)) {
            return BoxState.DONE;
        }
        return line.filter(ResourceLine::settled).map(Part::ended).orElse(named ? BoxState.SKIPPED : BoxState.FAILED);
    }

    /** All that changes was heard of, and this was not: it stands. */
    private static boolean isLeftAlone(StageState stage) {
        StageResources resources = stage.resources();
        return !resources.lines().isEmpty() && resources.lines().size() == resources.total();
    }

    private static BoxState ended(ResourceLine line) {
        return switch (line.state()) {
            case WAITING, IN_PROGRESS, CANCELLED -> BoxState.SKIPPED;
            case COMPLETE -> BoxState.DONE;
            case FAILED -> BoxState.FAILED;
            case DELETED -> BoxState.GONE;
            case RETAINED -> BoxState.KEPT;
        };
    }
}
