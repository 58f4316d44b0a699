package dev.essha.pipeline;

import dev.essha.blueprint.Work;
import dev.essha.wording.Phrase;
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
                    Phrase.of(
                            "adoption.missing",
                            named(seen.missing()),
                            seen.missing().size()),
                    Phrase.of("adoption.missing.advice"));
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
        List<Phrase> todo = seen.untagged().stream()
                .map(id -> Phrase.of("adoption.tags", id, tags()))
                .toList();
        Phrase detail = seen.missing().isEmpty()
                ? Phrase.of("adoption.tagged", tagged, all)
                : Phrase.of(
                        "adoption.tagged-but-missing",
                        tagged,
                        all,
                        named(seen.missing()),
                        seen.missing().size());
        return new Observation(tagged == all, detail, todo);
    }

    private Adoption look() throws InterruptedException {
        return context.retry().get(() -> Adoption.of(context.cloud(), work));
    }

    private void tagged(String id) {
        String type = Adoption.isVpc(id) ? ResourceKind.VPC : ResourceKind.SUBNET;
        context.resource(id, type, id, Event.ResourceState.COMPLETE, "");
    }

    private static String named(List<String> ids) {
        return String.join(", ", ids);
    }

    private String tags() {
        return String.join(
                ", ",
                work.tags().entrySet().stream()
                        .map(t -> t.getKey() + "=" + t.getValue())
                        .toList());
    }
}
