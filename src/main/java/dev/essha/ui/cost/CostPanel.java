package dev.essha.ui.cost;

import dev.essha.cost.Estimate;
import dev.essha.cost.EstimateText;
import dev.essha.cost.Line;
import dev.essha.cost.Section;
import dev.essha.cost.Source;
import dev.essha.ui.text.Words;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An estimate: its sum, what the sum lacks, and every line with its quantity, its price and where that is from. */
public final class CostPanel extends VBox {

    private final Words words;
    private final EstimateText text;
    private final Label title = new Label();
    private final Label total = new Label();
    private final Label lacks = new Label();
    private final Label source = new Label();
    private final VBox sections = new VBox();
    private final Set<Section> open = new HashSet<>();

    /** @param rehearsal whether nothing is charged: then it is what AWS would charge */
    public CostPanel(Words words, ObservableValue<Estimate> estimate, ObservableValue<Boolean> rehearsal) {
        this.words = words;
        this.text = new EstimateText(words.engineLocale());
        setId("cost");
        getStyleClass().addAll("panel", "cost");
        title.getStyleClass().add("panel-title");
        title.setId("cost-title");
        title.setWrapText(true);
        total.setId("cost-total");
        total.getStyleClass().add("cost-total");
        lacks.setWrapText(true);
        lacks.getStyleClass().add("cost-lacks");
        source.setId("cost-source");
        source.setWrapText(true);
        source.getStyleClass().add("cost-source");
        sections.getStyleClass().add("cost-sections");
        getChildren().addAll(title, total, lacks, source, sections);
        estimate.subscribe(e -> show(e, rehearsal.getValue()));
        rehearsal.subscribe(r -> show(estimate.getValue(), r));
    }

    /** In place of the last one; sections that were open stay open. */
    private void show(Estimate estimate, boolean rehearsal) {
        title.setText(words.of(rehearsal ? "cost.title.rehearsal" : "cost.title", estimate.currency()));
        total.setText(
                estimate.dates().isEmpty()
                        ? words.of("cost.not-known")
                        : words.of("cost.total", text.rounded(estimate.total(), estimate.currency())));
        lacks.setText(words.of(
                "cost.lacks", estimate.open().size(), estimate.missing().size()));
        source.setText(source(estimate));
        sections.getChildren()
                .setAll(estimate.sections().stream()
                        .map(s -> section(estimate, s))
                        .toList());
    }

    private String source(Estimate estimate) {
        if (estimate.dates().isEmpty()) {
            return words.of("cost.no-prices");
        }
        LocalDate first = estimate.dates().getFirst();
        LocalDate last = estimate.dates().getLast();
        String days = first.equals(last)
                ? words.of("cost.day", words.date(last))
                : words.of("cost.days", words.date(first), words.date(last));
        String from = estimate.origins().stream().map(this::name).collect(Collectors.joining(", "));
        return capital(from) + ", " + days + ". " + words.of("cost.before-tax");
    }

    private String name(Source.Origin origin) {
        return words.of(origin == Source.Origin.PRICE_LIST ? "cost.from.list" : "cost.from.snapshot");
    }

    /** As a sentence begins. */
    private String capital(String text) {
        return text.substring(0, 1).toUpperCase(words.locale()) + text.substring(1);
    }

    private Node section(Estimate estimate, Section section) {
        Label name = new Label(text.section(section));
        name.getStyleClass().add("cost-section");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        Label sum = new Label(sum(estimate, section));
        sum.getStyleClass().add("cost-sum");
        sum.setMinWidth(USE_PREF_SIZE);
        HBox gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, gap, sum);
        head.getStyleClass().add("cost-head");
        TitledPane pane = new TitledPane();
        pane.setId("cost-" + section.label());
        pane.getStyleClass().add("cost-pane");
        pane.setAnimated(false);
        pane.setGraphic(head);
        pane.setAccessibleText(name.getText() + " " + sum.getText());
        pane.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        head.prefWidthProperty().bind(pane.widthProperty().subtract(48));
        pane.setExpanded(open.contains(section));
        pane.expandedProperty().addListener((_, _, now) -> remember(section, now));
        pane.setContent(lines(estimate, section));
        return pane;
    }

    /** A section without a single amount has no sum: use decides, or no price is known. */
    private String sum(Estimate estimate, Section section) {
        List<Line> lines = estimate.of(section);
        if (lines.stream().anyMatch(l -> l.amount().isPresent())) {
            return text.money(estimate.total(section));
        }
        return lines.stream().anyMatch(Line::isOpen) ? words.of("cost.by-use") : words.of("cost.not-known");
    }

    private void remember(Section section, boolean opened) {
        if (opened) {
            open.add(section);
        } else {
            open.remove(section);
        }
    }

    private Node lines(Estimate estimate, Section section) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cost-lines");
        int row = 0;
        for (Line line : estimate.of(section)) {
            Label what = new Label(text.item(line.item()));
            what.setWrapText(true);
            Label how = new Label(text.quantity(line.item()) + "  ·  " + text.price(line));
            how.setWrapText(true);
            how.getStyleClass().add("cost-how");
            line.price().ifPresent(p -> Tooltip.install(how, tooltip(p.source())));
            VBox left = new VBox(what, how);
            GridPane.setHgrow(left, Priority.ALWAYS);
            Label amount = new Label(line.isMissing() ? words.of("cost.not-known") : text.amount(line));
            amount.setMinWidth(USE_PREF_SIZE);
            grid.addRow(row++, left, amount);
        }
        return grid;
    }

    private Tooltip tooltip(Source of) {
        return new Tooltip(capital(name(of.origin())) + ", " + words.of("cost.day", words.date(of.date())) + "\n"
                + of.item() + "\n" + of.reference());
    }
}
