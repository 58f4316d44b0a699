package dev.essha.connect;

/** A setting that nothing can be done with; the message says which, without the secrets in it. */
public final class BadSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadSetting(String setting, String problem) {
        super(setting + ": " + problem);
    }
}
