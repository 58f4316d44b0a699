package dev.essha.ui.wizard;

import dev.essha.inventory.Offer;
import dev.essha.ui.draft.ZoneChoice;
import dev.essha.ui.field.Form;
import dev.essha.ui.field.SettingField;
import dev.essha.ui.work.LookUp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** The region, by place, with the account's own word on whether it can be used. Its zones move with it. */
public final class RegionSetting extends SettingField {

    private final ComboBox<String> input = new ComboBox<>();
    /** By code; regions that the account said nothing of are not in it. */
    private final Map<String, Boolean> enabled = new HashMap<>();

    /** Whether the account could not be asked. */
    private boolean failed;

    private ZoneChoice zones;
    private RegionLooks looks;
    private RegionNames names;
    private Form form;

    /** Before {@link #attach}. */
    void connect(ZoneChoice choice, RegionLooks account) {
        zones = choice;
        looks = account;
    }

    @Override
    protected Node build(Form shown) {
        form = shown;
        names = new RegionNames(form.words());
        StringProperty text = form.draft().text(getPath());
        input.setId("region");
        input.setMaxWidth(Double.MAX_VALUE);
        input.setVisibleRowCount(12);
        input.setConverter(converter());
        input.setCellFactory(_ -> new RegionCell());
        list(text.get());
        input.setValue(text.get());
        text.addListener((_, _, now) -> show(now));
        input.valueProperty().addListener((_, _, now) -> choose(now));
        looks.regions().subscribe(this::hear);
        return input;
    }

    private void show(String code) {
        if (!input.getItems().contains(code)) {
            list(code);
        }
        input.setValue(code);
        say(code);
    }

    private void choose(String code) {
        if (code != null && !code.equals(form.draft().text(getPath()).get())) {
            zones.moveTo(code);
        }
    }

    private void hear(LookUp.State<?, List<Offer.Region>> state) {
        enabled.clear();
        failed = state instanceof LookUp.State.Failed;
        if (state instanceof LookUp.State.Answered<?, List<Offer.Region>>(var _, var regions)) {
            regions.forEach(r -> enabled.put(r.name(), r.enabled()));
        }
        list(input.getValue());
        say(input.getValue());
    }

    private void list(String chosen) {
        List<String> more = new ArrayList<>(enabled.keySet());
        more.add(chosen);
        List<String> codes = names.list(more);
        if (!codes.equals(input.getItems())) {
            input.getItems().setAll(codes);
            input.setValue(chosen);
        }
    }

    private void say(String code) {
        boolean closed = Boolean.FALSE.equals(enabled.get(code));
        String unless = failed ? "network.region.unknown" : "setting.region.hint";
        hint(form.words().of(closed ? "network.region.closed" : unless));
    }

    private StringConverter<String> converter() {
        return new StringConverter<>() {
            @Override
            public String toString(String code) {
                return code == null ? "" : names.full(code);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        };
    }

    @Override
    public Node focusTarget() {
        return input;
    }

    /** Place and code; above the first region of a partition, the partition; behind a region that cannot be used, that. */
    private final class RegionCell extends ListCell<String> {

        private final Label group = new Label();
        private final Label place = new Label();
        private final Label code = new Label();
        private final Label closed = new Label();
        private final HBox row = new HBox(place, gap(), closed, code);
        private final VBox all = new VBox(group, row);

        private RegionCell() {
            group.getStyleClass().add("region-group");
            row.getStyleClass().add("region-row");
            code.getStyleClass().addAll("mono", "note");
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : all);
            if (!empty && item != null) {
                show(item);
            }
        }

        private void show(String item) {
            boolean isClosed = Boolean.FALSE.equals(enabled.get(item));
            stand(isClosed);
            place.setText(names.place(item));
            code.setText(item);
            boolean first = getIndex() == 0
                    || !names.group(item).equals(names.group(input.getItems().get(getIndex() - 1)));
            group.setText(names.group(item));
            group.setVisible(first);
            group.setManaged(first);
            setAccessibleText(names.full(item) + (closed.isVisible() ? ", " + closed.getText() : ""));
        }

        /** Nobody knows it of any region where the account could not be asked. */
        private void stand(boolean isClosed) {
            closed.getStyleClass().removeAll("warning-text", "note");
            closed.getStyleClass().add(isClosed ? "warning-text" : "note");
            closed.setGraphic(new FontIcon(isClosed ? "fth-alert-triangle" : "fth-help-circle"));
            closed.setText(form.words().of(isClosed ? "network.region.not-enabled" : "network.region.not-known"));
            closed.setVisible(isClosed || failed);
            closed.setManaged(isClosed || failed);
        }

        private static Region gap() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            return gap;
        }
    }
}
