package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.StackView;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says what an install would do, and does nothing: a stack that does not stand is described by its blueprint alone, one
 * that stands by a change set, which is removed again.
 */
public final class Preview {

    private final Time time;
    private final boolean lookForDrift;
    private final Wording wording;

    /** @param lookForDrift whether what was changed by hand is looked for, which takes CloudFormation a while */
    public Preview(Time time, boolean lookForDrift) {
        this(time, lookForDrift, Locale.ENGLISH);
    }

    /**
     * As above, in a language of one's own.
     *
     * @param language of what it says; English where there is no translation
     */
    public Preview(Time time, boolean lookForDrift, Locale language) {
        this.time = time;
        this.lookForDrift = lookForDrift;
        this.wording = Sentences.in(language);
    }

    /**
     * Stage by stage, in the order of the blueprint.
     *
     * @param cloud empty to say what an account in which nothing stands would get
     * @throws CloudException where the account cannot be looked at, or is not the plan's
     */
    public List<StagePreview> preview(Blueprint blueprint, Optional<Cloud> cloud) throws InterruptedException {
        if (cloud.isEmpty()) {
            return blueprint.stages().stream()
                    .map(stage -> EmptyAccount.preview(stage, wording))
                    .toList();
        }
        Target.check(blueprint.plan().plan(), cloud.get().identity());
        Map<StageId, StackView> stacks = new StandingStacks(cloud.get(), blueprint).all();
        StageWork work = new StageWork(blueprint, StandingStacks.outputsOf(stacks));
        Look look = new Look(cloud.get(), time, wording);
        List<StackPreview.Answer> answers = Parallel.map(blueprint.stages(), stage -> switch (stage.work()) {
            case Work.Stack stack ->
                new StackPreview(stage, stack, work, look.context(stage.id()))
                        .of(Optional.ofNullable(stacks.get(stage.id())), lookForDrift);
            default -> new StackPreview.Answer(ofStep(stage, work, look));
        });
        return blueprint.stages().stream()
                .map(stage -> stacks.containsKey(stage.id()) || isStep(stage.work())
                        ? withWhatFollows(stage, work, answers)
                        : of(stage.id(), answers).preview())
                .toList();
    }

    private static boolean isStep(Work work) {
        return work instanceof Work.AttachNodes || work instanceof Work.AnnounceRecords;
    }

    private static StagePreview ofStep(Stage stage, StageWork work, Look look) throws InterruptedException {
        Step.Observation seen = work.observe(look.context(stage.id()));
        return new StagePreview(
                stage.id(),
                !seen.done(),
                seen.changes(),
                seen.todo().stream().map(look.wording()::of).toList(),
                StageDrift.NOT_LOOKED,
                look.wording().of(seen.detail()));
    }

    /** What a stage takes is known once the stages that deliver it are done: until then it is compared with what is there. */
    private StagePreview withWhatFollows(Stage stage, StageWork work, List<StackPreview.Answer> answers) {
        StackPreview.Answer own = of(stage.id(), answers);
        Optional<Phrase> moving = moving(stage, answers);
        if (moving.isEmpty()) {
            own.refused().ifPresent(refused -> {
                throw refused;
            });
        }
        if (moving.isEmpty() || work.missing(stage.id()).isPresent()) {
            return own.preview();
        }
        boolean compared = own.refused().isEmpty();
        return own.preview().noting(wording.of(compared ? "preview.follows" : "preview.not-before", moving.get()));
    }

    private static Optional<Phrase> moving(Stage stage, List<StackPreview.Answer> answers) {
        return stage.work().inputs().stream()
                .filter(input -> of(input.producer(), answers).preview().changes().stream()
                        .anyMatch(change -> Carrier.moves(input, change)))
                .map(Output::producer)
                .distinct()
                .map(StageId::named)
                .reduce(Sentences::listed);
    }

    private static StackPreview.Answer of(StageId stage, List<StackPreview.Answer> answers) {
        return answers.stream()
                .filter(a -> a.preview().stage() == stage)
                .findFirst()
                .orElseThrow();
    }
}
