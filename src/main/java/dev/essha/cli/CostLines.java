package dev.essha.cli;

import dev.essha.application.Costing.Costed;
import dev.essha.cloud.CloudFailure;
import dev.essha.cost.Estimate;
import dev.essha.cost.EstimateText;
import dev.essha.cost.Line;
import dev.essha.cost.Price;
import dev.essha.cost.Section;
import dev.essha.cost.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a deployment costs, as text: by section, an amount and what it is for in each line, and where the prices are from. */
final class CostLines {

    private static final int INDENT = 14;
    private static final String MISSING = "?";

    private final EstimateText text = EstimateText.english();
    private final int width;
    private final List<Shown> sources = new ArrayList<>();

    /** @param width of the terminal in columns */
    CostLines(int width) {
        this.width = width;
    }

    /** Prices that can be read in one place. */
    private record Shown(LocalDate date, String reference) {}

    /** The sum, and what it is made of. */
    String headline(Estimate estimate) {
        return text.headline(estimate);
    }

    /** Why the prices are not AWS's of today, where somebody might think that they are. */
    static Optional<String> refusal(Costed costed) {
        return costed.refusal().map(failure -> switch (failure) {
            case CloudFailure.NotSignedIn _ -> "Not signed in: these are the prices that came with the program.";
            default ->
                "AWS's price list was not to be had (%s: %s), so these are the prices that came with the program."
                        .formatted(failure.call(), failure.message());
        });
    }

    List<String> table(Estimate estimate) {
        List<String> lines = new ArrayList<>();
        for (Section section : estimate.sections()) {
            lines.addAll(section(estimate, section));
        }
        lines.add("");
        lines.addAll(Wrap.lines(headline(estimate), width, 2));
        lines.add("");
        for (int i = 0; i < sources.size(); i++) {
            Shown source = sources.get(i);
            lines.add("[%d] %s %s".formatted(i + 1, source.date(), source.reference()));
        }
        return lines;
    }

    private List<String> section(Estimate estimate, Section section) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s: %s %s".formatted(text.section(section), text.money(estimate.total(section)), estimate.currency()));
        estimate.of(section).forEach(l -> lines.addAll(Wrap.lines(line(l), width, INDENT)));
        return lines;
    }

    private String line(Line line) {
        String amount = line.isOpen() ? text.quantity(line.item()) : line.isMissing() ? MISSING : text.amount(line);
        String quantity = line.isOpen() ? "" : text.quantity(line.item()) + " at ";
        return "%12s  %s: %s%s%s".formatted(amount, text.item(line.item()), quantity, text.price(line), mark(line));
    }

    private String mark(Line line) {
        return line.price()
                .map(Price::source)
                .map(this::number)
                .map(n -> " [" + n + "]")
                .orElse("");
    }

    private int number(Source source) {
        Shown shown = new Shown(source.date(), source.reference());
        if (!sources.contains(shown)) {
            sources.add(shown);
        }
        return sources.indexOf(shown) + 1;
    }
}
