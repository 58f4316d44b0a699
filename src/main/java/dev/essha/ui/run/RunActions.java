package dev.essha.ui.run;

/** What a person can do about a run that has ended. */
interface RunActions {

    /** Once more: it goes on from what stands. */
    void again();

    void saveDiagnostics();

    /** Asks before it takes anything down. */
    void destroy();

    void toReview();

    void toSignIn();
}
