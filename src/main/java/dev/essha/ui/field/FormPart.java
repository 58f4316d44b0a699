package dev.essha.ui.field;

/** What shows something of the draft. */
public interface FormPart {

    /** Shows it from now on. */
    void attach(Form form);
}
