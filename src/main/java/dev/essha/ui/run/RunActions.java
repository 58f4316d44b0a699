package dev.essha.ui.run;

import dev.essha.blueprint.StageId;

/** What a person can do about a run that waits or has ended. */
interface RunActions {

    /** Once more: it goes on from what stands. */
    void again();

    void saveDiagnostics();

    /** Asks before it takes anything down. */
    void destroy();

    /** Asks before it takes the stage back. */
    void rollBack(StageId stage);

    void toReview();

    void toImages();

    /** Signs in again: over the page while the run waits for it, which goes on by itself then. */
    void toSignIn();
}
