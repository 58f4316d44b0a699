package dev.essha.ui.start;

import dev.essha.ui.wizard.CloseGuard;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.Question;
import dev.essha.ui.wizard.Wizard;

/** Asks what becomes of changes that are nowhere else, before something replaces the draft or the window closes. */
final class Leaving implements CloseGuard {

    private final Wizard wizard;
    private final Layers layers;
    private final Unsaved unsaved;
    private final PlanSaving saving;
    private final Shelf shelf;

    Leaving(Wizard wizard, Layers layers, Unsaved unsaved, PlanSaving saving, Shelf shelf) {
        this.wizard = wizard;
        this.layers = layers;
        this.unsaved = unsaved;
        this.saving = saving;
        this.shelf = shelf;
    }

    /** Does something that replaces the draft, once nothing is lost by that. */
    void then(Runnable action) {
        if (!unsaved.property().get()) {
            action.run();
            return;
        }
        Question question = question("plan.replace");
        if (readable()) {
            question.answer("save", "plan.save", () -> saving.save(action));
        }
        question.answer("discard", "plan.discard", action)
                .answer("cancel", "plan.cancel", () -> {})
                .ask();
    }

    @Override
    public boolean allows(Runnable close) {
        if (!unsaved.property().get()) {
            shelf.close();
            return true;
        }
        Question question = question("plan.close");
        if (readable()) {
            question.answer("save", "plan.save", () -> saving.save(close));
        }
        question.answer("keep", "plan.keep", () -> {
                    shelf.leave();
                    close.run();
                })
                .answer("discard", "plan.discard", () -> {
                    unsaved.settle();
                    close.run();
                })
                .answer("cancel", "plan.cancel", () -> {})
                .ask();
        return false;
    }

    /** No file can hold a value that cannot be read. */
    private boolean readable() {
        return wizard.draft().judged().get().plan().isPresent();
    }

    private Question question(String key) {
        return new Question(
                layers,
                wizard.words(),
                "plan-changed",
                wizard.words().of(key, PlanName.of(wizard)),
                wizard.words().of(key + ".text"));
    }
}
