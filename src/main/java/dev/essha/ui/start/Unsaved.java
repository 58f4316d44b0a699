package dev.essha.ui.start;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.plan.yaml.PlanReader;
import dev.essha.ui.draft.Draft;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Whether the draft says something that is nowhere else. */
final class Unsaved {

    private final Draft draft;
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private Optional<ObjectNode> saved;

    Unsaved(Draft draft) {
        this.draft = draft;
        this.saved = Optional.of(draft.document());
        draft.changes().addListener((_, _, _) -> compare());
    }

    ReadOnlyBooleanProperty property() {
        return unsaved.getReadOnlyProperty();
    }

    /** What the draft says now is somewhere else, or worth nothing. */
    void settle() {
        settle(draft.document());
    }

    /** What a draft said is somewhere else; it may say more by now. */
    void settle(ObjectNode document) {
        saved = Optional.of(document);
        compare();
    }

    /** What the draft says is nowhere else. */
    void unsettle() {
        saved = Optional.empty();
        compare();
    }

    private void compare() {
        unsaved.set(saved.filter(this::saysTheSame).isEmpty());
    }

    /** A page may spell out what was left to the reader; the plan is the same then. */
    private boolean saysTheSame(ObjectNode document) {
        return document.equals(draft.document())
                || draft.judged()
                        .get()
                        .plan()
                        .filter(now ->
                                PlanReader.read(document.toString()).plan().equals(Optional.of(now)))
                        .isPresent();
    }
}
