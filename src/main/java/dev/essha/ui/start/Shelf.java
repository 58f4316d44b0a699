package dev.essha.ui.start;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.ui.keep.DraftKeeper;
import dev.essha.ui.keep.KeptDraft;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.Timers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The drafts that are kept on this computer: what is being typed, as long as it is nowhere else, and what was left before. */
final class Shelf {

    private final Wizard wizard;
    private final Unsaved unsaved;
    private final DraftKeeper keeper;
    private final ObservableList<KeptDraft> left = FXCollections.observableArrayList();
    private Optional<ObjectNode> installed = Optional.empty();

    Shelf(Wizard wizard, Unsaved unsaved) {
        this.wizard = wizard;
        this.unsaved = unsaved;
        this.keeper = new DraftKeeper(wizard.tools().store(), wizard.background(), Timers.pause(), this::worthKeeping);
        left.setAll(keeper.left());
        Stream.of(wizard.draft().changes(), wizard.step(), wizard.venue(), wizard.file(), unsaved.property())
                .forEach(what -> what.addListener((_, _, _) -> keeper.changed()));
        wizard.installed().addListener((_, _, now) -> installed(now));
    }

    /** What was installed as it is stands in the account. */
    private void installed(boolean ended) {
        installed = ended ? Optional.of(wizard.draft().document()) : Optional.empty();
        keeper.changed();
    }

    /** Those of windows that did not close in order, or left theirs for later. */
    ObservableList<KeptDraft> left() {
        return left;
    }

    void remove(KeptDraft draft) {
        left.remove(draft);
        keeper.changed();
    }

    /** Leaves what is being typed for the next window. */
    void leave() {
        left.addFirst(now());
        unsaved.settle();
        close();
    }

    /** Keeps what there is to keep before the window closes. */
    void close() {
        keeper.now();
    }

    private List<KeptDraft> worthKeeping() {
        boolean typed = unsaved.property().get()
                && installed.filter(wizard.draft().document()::equals).isEmpty();
        return Stream.concat(typed ? Stream.of(now()) : Stream.empty(), left.stream())
                .toList();
    }

    private KeptDraft now() {
        return new KeptDraft(
                wizard.draft().document(),
                wizard.step().get().name(),
                wizard.furthest().name(),
                wizard.file().get(),
                wizard.venue().get().filter(Venue::isRehearsal).isPresent(),
                wizard.tools().clock().instant());
    }
}
