package dev.essha.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.application.Costing.Costed;
import dev.essha.application.Json;
import dev.essha.cost.Estimate;
import dev.essha.cost.EstimateText;
import dev.essha.cost.Item;
import dev.essha.cost.Line;
import dev.essha.cost.Price;
import dev.essha.cost.Quantity;
import dev.essha.cost.Section;
import dev.essha.cost.Source;

/** What a deployment costs, for a program. */
final class CostDocument {

    private final EstimateText text = EstimateText.english();

    /** The sum, whose prices it is made of, and how much it lacks. */
    ObjectNode summary(Costed costed) {
        Estimate estimate = costed.estimate();
        ObjectNode summary = Json.object()
                .put("region", estimate.region().value())
                .put("currency", estimate.currency().getCurrencyCode())
                .put("monthly", estimate.total())
                .put("byUse", estimate.open().size())
                .put("withoutPrice", estimate.missing().size());
        summary.set("prices", Json.tree(estimate.origins()));
        if (!estimate.dates().isEmpty()) {
            summary.put("oldestPrice", estimate.dates().first().toString());
            summary.put("newestPrice", estimate.dates().last().toString());
        }
        CostLines.refusal(costed).ifPresent(r -> summary.put("refusal", r));
        return summary;
    }

    /** The same with every line. */
    ObjectNode whole(Costed costed) {
        ObjectNode document = summary(costed);
        ArrayNode sections = document.putArray("sections");
        for (Section section : costed.estimate().sections()) {
            ObjectNode part = sections.addObject()
                    .put("section", section.label())
                    .put("monthly", costed.estimate().total(section));
            ArrayNode lines = part.putArray("lines");
            costed.estimate().of(section).forEach(l -> lines.add(line(l)));
        }
        return document;
    }

    private ObjectNode line(Line line) {
        Item item = line.item();
        ObjectNode node = Json.object()
                .put("id", item.id())
                .put("what", text.item(item))
                .put("unit", item.product().kind().unit().label())
                .put("byUse", item.isByUse());
        if (item.quantity() instanceof Quantity.Planned planned) {
            node.put("count", planned.count()).put("each", planned.each());
        }
        item.quantity().amount().ifPresent(q -> node.put("quantity", q));
        line.amount().ifPresent(a -> node.put("monthly", a));
        line.price().ifPresent(p -> node.set("price", price(p)));
        return node;
    }

    private static ObjectNode price(Price price) {
        Source source = price.source();
        ObjectNode node = Json.object();
        ArrayNode tiers = node.putArray("tiers");
        price.tiers().forEach(t -> tiers.addObject().put("from", t.from()).put("amount", t.amount()));
        node.set(
                "source",
                Json.object()
                        .put("origin", Json.hyphenated(source.origin().name()))
                        .put("item", source.item())
                        .put("reference", source.reference())
                        .put("date", source.date().toString()));
        return node;
    }
}
