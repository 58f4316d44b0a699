package dev.essha.ui.field;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A setting whose few values want an explanation, as cards side by side: a name ({@code setting.PATH.OPTION}), what it means
 * ({@code setting.PATH.OPTION.text}) and, if the page gives one, a picture.
 */
public final class CardSetting extends SettingField {

    private static final String SELECTED = "selected";

    private final ToggleGroup group = new ToggleGroup();
    private final EvenColumns cards = new EvenColumns();
    private final Map<String, RadioButton> buttons = new LinkedHashMap<>();
    private final Map<String, Node> pictures = new HashMap<>();
    private String rare = "";

    /** Puts a picture onto the card of an option; before {@link #attach}. */
    public void picture(String option, Node picture) {
        pictures.put(option, picture);
    }

    public double getLeast() {
        return cards.getLeast();
    }

    /** @param least the width that a card needs */
    public void setLeast(double least) {
        cards.setLeast(least);
    }

    public String getRare() {
        return rare;
    }

    /** @param rare an option whose card is there only while it is chosen, which it is elsewhere */
    public void setRare(String rare) {
        this.rare = rare;
    }

    @Override
    protected Node build(Form form) {
        getStyleClass().add("setting-cards");
        cards.getStyleClass().add("cards");
        StringProperty text = form.draft().text(getPath());
        List<String> options = form.draft().options(getPath()).stream()
                .filter(option -> form.words().has(Form.key(getPath()) + "." + option))
                .toList();
        options.forEach(option -> cards.getChildren().add(card(form, option)));
        show(text.get());
        text.addListener((_, _, now) -> show(now));
        group.selectedToggleProperty().addListener((_, _, now) -> choose(text, now));
        return cards;
    }

    private Node card(Form form, String option) {
        String key = Form.key(getPath()) + "." + option;
        RadioButton button = new RadioButton(form.words().of(key));
        button.setToggleGroup(group);
        button.setUserData(option);
        button.setId(getId() + "-" + option);
        button.getStyleClass().add("card-title");
        button.setWrapText(true);
        buttons.put(option, button);
        Label text = new Label(form.words().of(key + ".text"));
        text.setWrapText(true);
        text.getStyleClass().add("card-text");
        button.setAccessibleHelp(text.getText());
        VBox card = new VBox(button, text);
        if (pictures.containsKey(option)) {
            HBox frame = new HBox(pictures.get(option));
            frame.setAlignment(Pos.CENTER);
            frame.getStyleClass().add("card-picture");
            card.getChildren().addFirst(frame);
        }
        card.getStyleClass().add("card");
        card.setOnMouseClicked(_ -> {
            button.requestFocus();
            button.setSelected(true);
        });
        return card;
    }

    private void show(String option) {
        RadioButton button = buttons.get(option);
        if (button != null) {
            button.setSelected(true);
        }
        buttons.forEach((name, b) -> {
            Node card = b.getParent();
            card.getStyleClass().remove(SELECTED);
            if (name.equals(option)) {
                card.getStyleClass().add(SELECTED);
            }
            card.setVisible(name.equals(option) || !name.equals(rare));
            card.setManaged(card.isVisible());
        });
    }

    private static void choose(StringProperty text, Toggle now) {
        if (now != null) {
            text.set(String.valueOf(now.getUserData()));
        }
    }

    /** The engine takes every card by itself; what it says of one together with another setting comes with a click. */
    @Override
    protected boolean reservesRoom() {
        return false;
    }

    @Override
    public Node focusTarget() {
        Toggle selected = group.getSelectedToggle();
        if (selected instanceof RadioButton button) {
            return button;
        }
        return buttons.isEmpty() ? cards : buttons.values().iterator().next();
    }
}
