package dev.essha.ui.wizard;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The draft as a file, for every page. */
public interface PlanFile {

    /** Nobody opens or saves. */
    PlanFile NONE = new PlanFile() {
        @Override
        public void open() {}

        @Override
        public void save() {}

        @Override
        public void saveAs(Runnable then) {}

        @Override
        public ReadOnlyBooleanProperty unsaved() {
            return new ReadOnlyBooleanWrapper().getReadOnlyProperty();
        }
    };

    /** Lets the person choose a plan file and opens it. */
    void open();

    /** Writes the draft to its file; asks for one where there is none yet. */
    void save();

    /**
     * Writes the draft to a file that the person chooses.
     *
     * @param then once it is written
     */
    void saveAs(Runnable then);

    /** Whether the draft says something that its file does not. */
    ReadOnlyBooleanProperty unsaved();
}
