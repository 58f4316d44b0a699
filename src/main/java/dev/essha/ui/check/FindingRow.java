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

    private final Words words;

    /** @param again looks at this finding once more */
    FindingRow(Finding finding, Words words, Consumer<String> again) {
        this.words = words;
        setId("finding-" + finding.id());
        getStyleClass().add("finding");
        setExpanded(finding.verdict() != Verdict.PASS);
        setText(finding.title());
        setGraphic(mark(finding.verdict()));
        setAccessibleText(word(finding.verdict()) + ": " + finding.title());
        setContent(detail(finding, again));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new WrappingTitleSkin(this);
    }

    private HBox mark(Verdict verdict) {
        FontIcon icon = new FontIcon(
                switch (verdict) {
                    case PASS -> "fth-check-circle";
                    case FAIL -> "fth-x-circle";
                    case UNKNOWN -> "fth-help-circle";
                });
        Label word = new Label(word(verdict), icon);
        word.getStyleClass()
                .addAll(
                        "verdict",
                        switch (verdict) {
                            case PASS -> "success-text";
                            case FAIL -> "danger-text";
                            case UNKNOWN -> "warning-text";
                        });
        return new HBox(word);
    }

    private String word(Verdict verdict) {
        return words.of("check.verdict." + Labels.of(verdict));
    }

    private VBox detail(Finding finding, Consumer<String> again) {
        VBox box = new VBox();
        box.getStyleClass().add("finding-detail");
        box.getChildren().add(part("check.why", finding.why()));
        if (!finding.remedy().isEmpty()) {
            box.getChildren().add(part("check.remedy", finding.remedy()));
        }
        box.getChildren().add(part("check.evidence", String.join("\n", finding.evidence())));
        if (!finding.source().isEmpty()) {
            box.getChildren().add(part("check.source", finding.source()));
        }
        Button once = new Button(words.of("check.one"), new FontIcon("fth-refresh-cw"));
        once.setId("again-" + finding.id());
        once.setAccessibleText(words.of("check.one") + ": " + finding.title());
        once.setOnAction(_ -> again.accept(finding.id()));
        box.getChildren().add(once);
        return box;
    }

    private VBox part(String key, String text) {
        Label name = new Label(words.of(key));
        name.getStyleClass().add("finding-part");
        Label value = new Label(text);
        value.setWrapText(true);
        return new VBox(name, value);
    }
}
