package dev.essha.pipeline;

import dev.essha.blueprint.Work;
import java.util.List;
import java.util.Map;

/** Tags the VPC and the subnets that were there before, so that whoever looks at them sees who uses them. */
final class AdoptStep implements Step {

    private final StageContext context;
    private final Work.Adopt work;

    AdoptStep(StageContext context, Work.Adopt work) {
        this.context = context;
        this.work = work;
    }

    @Override
    public StageResult run() throws InterruptedException {
        Adoption seen = look();
        if (!seen.missing().isEmpty()) {
            throw new StageException(
                    "%s not there".formatted(areThere(seen.missing())),
                    "Look at network.existingVpc and the subnets of network.zones, then install again.");
        }
        List<String> untagged = seen.untagged();
        if (!untagged.isEmpty()) {
            context.retry().run(() -> context.cloud().actions().tag(untagged, work.tags()));
            untagged.forEach(this::tagged);
        }
        return new StageResult.Completed(!untagged.isEmpty(), Map.of());
    }

    @Override
    public Observation observe() throws InterruptedException {
        Adoption seen = look();
        int all = work.ids().size();
        int tagged = all - seen.missing().size() - seen.untagged().size();
        List<String> todo = seen.untagged().stream()
                .map(id -> "tags %s with %s".formatted(id, tags()))
                .toList();
        String missing = seen.missing().isEmpty() ? "" : ", " + areThere(seen.missing()) + " not there";
        return new Observation(
                tagged == all, "%d of %d carry the deployment's tag%s".formatted(tagged, all, missing), todo);
    }

    private Adoption look() throws InterruptedException {
        return context.retry().get(() -> Adoption.of(context.cloud(), work));
    }

    private void tagged(String id) {
        String type = Adoption.isVpc(id) ? ResourceKind.VPC : ResourceKind.SUBNET;
        context.resource(id, type, id, Event.ResourceState.COMPLETE, "");
    }

    private static String areThere(List<String> ids) {
        return String.join(", ", ids) + (ids.size() == 1 ? " is" : " are");
    }

    private String tags() {
        return String.join(
                ", ",
                work.tags().entrySet().stream()
                        .map(t -> t.getKey() + "=" + t.getValue())
                        .toList());
    }
}
