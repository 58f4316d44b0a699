package dev.essha.ui.signin;

import javafx.css.PseudoClass;

/** What the panes share. */
final class Panes {

    static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private Panes() {}
}
