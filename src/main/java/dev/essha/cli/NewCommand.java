package dev.essha.cli;

import dev.essha.application.Json;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.DomainName;
import dev.essha.plan.InvalidValue;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.Problem;
import dev.essha.plan.ProblemText;
import dev.essha.plan.RegionName;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.yaml.PlanWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "new", description = "Print a plan to start from, with every setting explained.")
final class NewCommand implements Callable<Integer> {

    @Option(
            names = "--preset",
            required = true,
            paramLabel = "PRESET",
            description = "proof-of-concept, the cheapest that meets every requirement, or production.")
    private String preset;

    @Option(names = "--name", paramLabel = "NAME", description = "The deployment's name.")
    private String name;

    @Option(names = "--region", paramLabel = "REGION", description = "The AWS region.")
    private String region;

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "The domain under which ESS answers.")
    private String domain;

    @Mixin
    private ShapeOptions shape;

    @Mixin
    private OutputOptions output;

    private final Toolbox tools;

    NewCommand(Toolbox tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        Preset chosen = Preset.labelled(preset)
                .orElseThrow(() -> new Refused(
                        "there is no preset " + preset, "Choose proof-of-concept or production.", Exit.USAGE));
        RegionName where = value(region, RegionName::new, Preset.DEFAULT_REGION);
        Plan plan = chosen.plan(
                value(name, DeploymentName::new, Preset.DEFAULT_NAME),
                where,
                value(domain, DomainName::new, Preset.DEFAULT_DOMAIN),
                orRefused(() -> shape.choices(where)));
        List<Problem> problems = ValidPlan.problems(plan);
        return problems.isEmpty() ? print(plan) : refuse(problems);
    }

    private int print(Plan plan) {
        String text = PlanWriter.write(plan);
        tools.console().say(output.json() ? Json.line(Json.object().put("plan", text)) : text.stripTrailing());
        if (region == null || domain == null) {
            tools.console()
                    .tell("Region %s and domain %s: change what is only an example."
                            .formatted(plan.region(), plan.domain().name()));
        }
        return Exit.OK;
    }

    private int refuse(List<Problem> problems) {
        ProblemText text = ProblemText.english();
        problems.forEach(p -> tools.console().tell(text.located(p)));
        return Exit.USAGE;
    }

    private static <T> T value(String text, Function<String, T> parse, T byDefault) {
        return text == null ? byDefault : orRefused(() -> parse.apply(text));
    }

    private static <T> T orRefused(Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValue e) {
            throw new Refused(ProblemText.english().sentence(e), "", Exit.USAGE);
        }
    }
}
