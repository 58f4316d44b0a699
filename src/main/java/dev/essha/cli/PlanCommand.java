package dev.essha.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.essha.application.Json;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Identity;
import dev.essha.plan.Notes;
import dev.essha.plan.ProblemText;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.yaml.LocatedProblem;
import dev.essha.plan.yaml.PlanReader;
import dev.essha.plan.yaml.ReadResult;
import dev.essha.secrecy.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command about one plan file. A plan with problems ends it with all of them, before anything else is done. */
abstract class PlanCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PLAN", description = "The plan file.")
    private Path file;

    @Mixin
    private OutputOptions output;

    private final Toolbox tools;

    PlanCommand(Toolbox tools) {
        this.tools = tools;
    }

    /** Does the command's work on a plan without problems and returns its exit status. */
    abstract int run(ValidPlan plan) throws Exception;

    @Override
    public final Integer call() throws Exception {
        ReadResult read = read();
        Optional<ValidPlan> plan = read.valid();
        if (plan.isPresent()) {
            return run(plan.get());
        }
        report(read.problems());
        return Exit.USAGE;
    }

    final Toolbox tools() {
        return tools;
    }

    final Path file() {
        return file;
    }

    final boolean json() {
        return output.json();
    }

    /** Text for people: beside the result where that is JSON. */
    final void say(String line) {
        if (json()) {
            tools.console().tell(line);
        } else {
            tools.console().say(line);
        }
    }

    /** Where it runs and as whom, in the first line of whatever follows. */
    final void sayWhere(Cloud cloud) {
        Identity identity = cloud.identity();
        say(
                switch (cloud.kind()) {
                    case REHEARSAL ->
                        "REHEARSAL in an account in memory, region %s: nothing is real, and its clock runs fast (--speed)."
                                .formatted(identity.region());
                    case ENDPOINT ->
                        "AWS-COMPATIBLE ENDPOINT, account %s, region %s, as %s: this is not AWS."
                                .formatted(identity.account(), identity.region(), identity.arn());
                    case AWS ->
                        "AWS account %s, region %s, as %s."
                                .formatted(identity.account(), identity.region(), identity.arn());
                });
    }

    /** What is worth knowing of the plan, a line each. */
    final void sayNotes(ValidPlan plan) {
        ProblemText text = ProblemText.english();
        Notes.of(plan).forEach(note -> say("Note on " + note.path() + ": " + text.sentence(note)));
    }

    /** The same for a program. */
    static ArrayNode notes(ValidPlan plan) {
        ProblemText text = ProblemText.english();
        ArrayNode list = Json.object().putArray("notes");
        Notes.of(plan)
                .forEach(note -> list.addObject()
                        .put("path", note.path())
                        .put("key", note.key())
                        .put("message", text.sentence(note)));
        return list;
    }

    private ReadResult read() throws IOException {
        return PlanReader.read(file);
    }

    private void report(List<LocatedProblem> problems) {
        ProblemText text = ProblemText.english();
        if (json()) {
            ArrayNode list = Json.object().putArray("problems");
            problems.forEach(p -> list.addObject()
                    .put("path", Redaction.BY_LOOKS.clean(p.problem().path()))
                    .put("line", p.line())
                    .put("column", p.column())
                    .put("key", p.problem().key())
                    .put("message", text.sentence(p.problem())));
            tools.console().say(Json.line(Json.object().put("valid", false).set("problems", list)));
        }
        problems.forEach(p -> tools.console().tell(p.rendered(file.toString(), text)));
        tools.console().tell(problems.size() == 1 ? "1 problem" : problems.size() + " problems");
    }
}
