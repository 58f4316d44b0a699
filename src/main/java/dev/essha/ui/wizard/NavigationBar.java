package dev.essha.ui.wizard;

import atlantafx.base.theme.Styles;
import dev.essha.plan.Problem;
import dev.essha.ui.text.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Back and next; between them, how many problems keep the page from being done, which leads to the first of them. */
final class NavigationBar extends HBox {

    private final Words words;
    private final Wizard wizard;
    private final Flow flow;
    private final Button back = new Button();
    private final Button primary = new Button();
    private final Hyperlink problems = new Hyperlink();

    NavigationBar(Wizard wizard, Flow flow, Runnable toFirstProblem) {
        this.words = wizard.words();
        this.wizard = wizard;
        this.flow = flow;
        getStyleClass().add("navigation");
        back.setText(words.of("shell.back"));
        back.setGraphic(new FontIcon("fth-arrow-left"));
        back.setId("back");
        back.setOnAction(_ -> flow.back());
        primary.setId("next");
        primary.getStyleClass().add(Styles.ACCENT);
        primary.setDefaultButton(true);
        problems.setId("problems");
        problems.getStyleClass().add("navigation-problems");
        problems.setGraphic(new FontIcon("fth-alert-circle"));
        problems.setOnAction(_ -> toFirstProblem.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(back, gap, problems, primary);
        wizard.draft().judged().addListener((_, _, _) -> count());
    }

    void show(Page page) {
        back.setVisible(flow.at(-1).isPresent());
        Page.Primary button = page.primary();
        boolean shown = !button.key().isEmpty();
        primary.setVisible(shown);
        primary.setManaged(shown);
        primary.disableProperty().unbind();
        if (shown) {
            primary.setText(words.of(button.key()));
            primary.disableProperty()
                    .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                            () -> !Boolean.TRUE.equals(button.enabled().getValue()), button.enabled()));
            primary.setOnAction(_ -> press(button));
        }
        count();
    }

    private void press(Page.Primary button) {
        if (button.action() != null) {
            button.action().run();
        } else if (here().isEmpty()) {
            flow.next();
        } else {
            problems.fire();
        }
    }

    private List<Problem> here() {
        return wizard.draft().judged().get().within(wizard.step().get().paths());
    }

    private void count() {
        int count = here().size();
        problems.setVisible(count > 0);
        problems.setText(words.of("shell.problems", count));
    }
}
