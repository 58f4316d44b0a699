package dev.essha.ui.check;

import dev.essha.checklist.Finding;
import dev.essha.checklist.Verdict;
import dev.essha.ui.control.WrappingTitleSkin;
import dev.essha.ui.text.Words;
import dev.essha.wording.Labels;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One finding: what has to hold, and when opened why, what was seen, where from, and what to do. */
final class FindingRow extends TitledPane {

    private FindingRow(Finding finding, Words words, Mark mark, VBox detail) {
        setId("finding-" + finding.id());
        getStyleClass().add("finding");
        setText(finding.title());
        String word = words.of("check.verdict." + mark.word());
        setGraphic(mark.shown(word));
        setAccessibleText(word + ": " + finding.title());
        setContent(detail);
    }

    /** @param again looks at this finding once more */
    static FindingRow judged(Finding finding, Words words, Consumer<String> again) {
        FindingRow row = new FindingRow(finding, words, Mark.of(finding.verdict()), detail(finding, words, again));
        row.setExpanded(finding.verdict() != Verdict.PASS);
        return row;
    }

    /** What will be checked once there is something to judge: a verdict on nothing would say nothing. */
    static FindingRow toCome(Finding finding, Words words) {
        VBox why = new VBox(part(words.of("check.why"), finding.why()));
        why.getStyleClass().add("finding-detail");
        FindingRow row = new FindingRow(finding, words, Mark.TO_COME, why);
        row.setExpanded(false);
        return row;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new WrappingTitleSkin(this);
    }

    private record Mark(String word, String icon, String style) {

        private static final Mark TO_COME = new Mark("to-come", "fth-circle", "muted-text");

        private static Mark of(Verdict verdict) {
            String word = Labels.of(verdict);
            return switch (verdict) {
                case PASS -> new Mark(word, "fth-check-circle", "success-text");
                case FAIL -> new Mark(word, "fth-x-circle", "danger-text");
                case UNKNOWN -> new Mark(word, "fth-help-circle", "warning-text");
            };
        }

        private HBox shown(String text) {
            Label label = new Label(text, new FontIcon(icon));
            label.getStyleClass().addAll("verdict", style);
            return new HBox(label);
        }
    }

    private static VBox detail(Finding finding, Words words, Consumer<String> again) {
        VBox box = new VBox();
        box.getStyleClass().add("finding-detail");
        box.getChildren().add(part(words.of("check.why"), finding.why()));
        if (!finding.remedy().isEmpty()) {
            box.getChildren().add(part(words.of("check.remedy"), finding.remedy()));
        }
        box.getChildren().add(part(words.of("check.evidence"), String.join("\n", finding.evidence())));
        if (!finding.source().isEmpty()) {
            box.getChildren().add(part(words.of("check.source"), finding.source()));
        }
        Button once = new Button(words.of("check.one"), new FontIcon("fth-refresh-cw"));
        once.setId("again-" + finding.id());
        once.setAccessibleText(words.of("check.one") + ": " + finding.title());
        once.setOnAction(_ -> again.accept(finding.id()));
        box.getChildren().add(once);
        return box;
    }

    private static VBox part(String heading, String text) {
        Label name = new Label(heading);
        name.getStyleClass().add("finding-part");
        Label value = new Label(text);
        value.setWrapText(true);
        return new VBox(name, value);
    }
}
