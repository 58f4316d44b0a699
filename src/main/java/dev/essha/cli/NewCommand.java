package dev.essha.cli;

import dev.essha.plan.DeploymentName;
import dev.essha.plan.DomainName;
import dev.essha.plan.InvalidValue;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.ProblemText;
import dev.essha.plan.RegionName;
import dev.essha.plan.yaml.PlanWriter;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
        Plan plan = chosen.plan(
                value(name, DeploymentName::new, Preset.DEFAULT_NAME),
                value(region, RegionName::new, Preset.DEFAULT_REGION),
                value(domain, DomainName::new, Preset.DEFAULT_DOMAIN));
        String text = PlanWriter.write(plan);
        tools.console().say(output.json() ? Json.line(Json.object().put("plan", text)) : text.stripTrailing());
        if (region == null || domain == null) {
            tools.console()
                    .tell("Region %s and domain %s: change what is only an example."
                            .formatted(plan.region(), plan.domain().name()));
        }
        return Exit.OK;
    }

    private static <T> T value(String text, Function<String, T> parse, T byDefault) {
        try {
            return text == null ? byDefault : parse.apply(text);
        } catch (InvalidValue e) {
            throw new Refused(ProblemText.english().sentence(e), "", Exit.USAGE);
        }
    }
}
