package dev.essha.connect;

/** A setting that nothing can be done with; the message says which, without the secrets in it. */
public final class BadSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What nothing can be done with. */
    public enum Problem {
        /** It names something else than a proxy. */
        NO_PROXY("what it names is no proxy like http://proxy.example.com:3128"),
        UNREADABLE_FILE("%s cannot be read"),
        BROKEN_CERTIFICATE("%s holds a certificate that is broken"),
        NO_CERTIFICATE("%s holds no certificates in PEM (-----BEGIN CERTIFICATE-----)");

        private final String english;

        Problem(String english) {
            this.english = english;
        }
    }

    private final String setting;
    private final Problem problem;
    private final String file;

    /** @param file that the setting names; empty where it names none, or what may be secret */
    BadSetting(String setting, Problem problem, String file) {
        super(setting + ": " + problem.english.formatted(file));
        this.setting = setting;
        this.problem = problem;
        this.file = file;
    }

    public String setting() {
        return setting;
    }

    public Problem problem() {
        return problem;
    }

    public String file() {
        return file;
    }
}
