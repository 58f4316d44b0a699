package dev.essha.ui.signin;

import dev.essha.cloud.signin.Login;
import java.util.concurrent.Callable;

/** What a login opens. */
interface Door {

    /**
     * Prepares to open with a login.
     *
     * @return opens, in the background
     */
    Callable<Runnable> with(Login login, Elsewhere elsewhere);
}
