package dev.essha.connect;

/**
 * A setting that nothing can be done with. The message names it and the problem, without the secrets in it, for the log; the
 * sentence for people is found by the problem.
 */
public final class BadSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What nothing can be done with. */
    public enum Problem {
        /** It names something else than a proxy. */
        NO_PROXY,
        UNREADABLE_FILE,
        BROKEN_CERTIFICATE,
        /** The file holds none in PEM. */
        NO_CERTIFICATE
    }

    private final String setting;
    private final Problem problem;
    private final String file;

    /** @param file that the setting names; empty where it names none, or what may be secret */
    BadSetting(String setting, Problem problem, String file) {
        super("%s: %s %s".formatted(setting, problem, file).strip());
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
