package dev.essha.ui.run;

import dev.essha.application.Spell;
import dev.essha.ui.text.Words;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the log. How much it matters is told by an icon, in color, and for screen readers in words. */
final class LogCell extends ListCell<LogLine> {

    /** The cell's paddings. */
    private static final int SIDES = 20;
    /** Up to this width there is no column of stages. */
    private static final double NARROW = 560;

    private final Words words;
    private final Label time = new Label();
    private final FontIcon icon = new FontIcon(LogLine.Sign.NOTE.icon());
    private final Label stage = new Label();
    private final Label subject = new Label();
    private final Label outcome = new Label();
    private final Tooltip whole = new Tooltip();
    private final LogRow row = new LogRow(time, icon, stage, subject, outcome);
    private Optional<LogLine.Level> level = Optional.empty();
    private LogLine.Sign sign = LogLine.Sign.NOTE;
    private boolean columned;

    LogCell(Words words) {
        this.words = words;
        time.getStyleClass().addAll("log-time", "mono");
        stage.getStyleClass().add("log-stage");
        subject.getStyleClass().add("log-text");
        outcome.getStyleClass().add("log-text");
        row.prefWidthProperty().bind(widthProperty().subtract(SIDES));
        widthProperty().map(width -> width.doubleValue() > NARROW).subscribe(this::column);
        row.setVisible(false);
        setGraphic(row);
        setPrefWidth(0);
        whole.setWrapText(true);
        whole.setMaxWidth(600);
        getStyleClass().add("log-cell");
    }

    /** A list empties and fills its cells with each line that comes; what leaves a cell and returns is styled anew. */
    @Override
    protected void updateItem(LogLine line, boolean empty) {
        super.updateItem(line, empty);
        boolean filled = !empty && line != null;
        row.setVisible(filled);
        setTooltip(filled ? whole : null);
        if (filled) {
            show(line);
        }
    }

    private void column(boolean wide) {
        columned = wide;
        row.setColumned(wide);
        say();
    }

    /** Where a column of stages would leave little, the stage begins the text. */
    private void say() {
        if (getItem() != null) {
            subject.setText(columned ? getItem().subject() : getItem().opening());
        }
    }

    private void show(LogLine line) {
        show(line.level());
        show(line.sign());
        time.setText(Spell.clock(line.since()));
        stage.setText(line.stage());
        say();
        outcome.setText(line.outcome());
        whole.setText(line.text());
        setAccessibleText(
                "%s, %s, %s".formatted(words.of("run.log.is." + line.level().label()), line.stage(), line.text()));
    }

    private void show(LogLine.Level now) {
        if (!level.equals(Optional.of(now))) {
            level.ifPresent(last -> pseudoClassStateChanged(style(last), false));
            level = Optional.of(now);
            pseudoClassStateChanged(style(now), true);
        }
    }

    private void show(LogLine.Sign now) {
        if (sign != now) {
            sign = now;
            icon.setIconLiteral(now.icon());
        }
    }

    private static PseudoClass style(LogLine.Level level) {
        return PseudoClass.getPseudoClass(level.label());
    }
}
