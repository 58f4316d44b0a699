package dev.essha.cli;

import dev.essha.application.Costing;
import dev.essha.application.Costing.Costed;
import dev.essha.application.Json;
import dev.essha.application.Places;
import dev.essha.cost.Bill;
import dev.essha.cost.Item;
import dev.essha.cost.Usage;
import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "cost",
        description = "Itemize what a deployment costs in a month: at AWS's list prices, or those that came with the"
                + " program.")
final class CostCommand extends PlanCommand {

    @Mixin
    private CloudOptions where;

    @Option(
            names = "--use",
            paramLabel = "ITEM=AMOUNT",
            description =
                    "How much of what is charged by use is expected in a month, object-storage=500; may be repeated.")
    private Map<String, BigDecimal> use = new TreeMap<>();

    CostCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan) throws Exception {
        Usage usage = usage(plan.plan());
        try (Places.Session session = tools().places().open(plan.plan(), where.choice(plan.plan()))) {
            print(new Costing(Optional.of(session.cloud())).estimate(plan.plan(), usage));
        }
        return Exit.OK;
    }

    private void print(Costed costed) {
        CostLines lines = new CostLines(tools().console().width());
        if (json()) {
            tools().console().say(Json.line(new CostDocument().whole(costed)));
        } else {
            lines.table(costed.estimate()).forEach(this::say);
        }
        CostLines.refusal(costed).ifPresent(this::say);
    }

    /** @throws Refused for what the plan is not charged for by use */
    private Usage usage(Plan plan) {
        List<String> known = Bill.of(plan, Usage.UNKNOWN).stream()
                .filter(Item::isByUse)
                .map(Item::id)
                .sorted()
                .toList();
        use.forEach((item, amount) -> {
            if (!known.contains(item) || amount.signum() < 0) {
                throw new Refused(
                        "--use %s=%s names nothing that this plan is charged for by use".formatted(item, amount),
                        "Use one of these, with an amount that is not negative: " + String.join(", ", known) + ".",
                        Exit.USAGE);
            }
        });
        return Usage.of(use);
    }
}
