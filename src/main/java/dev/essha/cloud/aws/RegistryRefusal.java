package dev.essha.cloud.aws;

import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.said.Said;
import dev.essha.wording.Phrase;
import java.io.IOException;

/** Nothing comes of what a registry answers. What is said of that repeats nothing of the answer but its status. */
final class RegistryRefusal extends IOException {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final transient Phrase said;

    /** Whether it is of use to ask again. */
    enum Kind {
        /** The login does not open it, or not what is wanted. */
        CLOSED,
        /** It breaks the protocol, or what it wants or gives is not safe. */
        WRONG,
        /** It says itself that it cannot at the moment, or the line broke. */
        PASSING
    }

    RegistryRefusal(Kind kind, Phrase said) {
        super(Said.english(said));
        this.kind = kind;
        this.said = said;
    }

    static RegistryRefusal closed(String host, int status) {
        return new RegistryRefusal(Kind.CLOSED, Phrase.of("image.login", host, Integer.toString(status)));
    }

    /** Services have trouble of their own in the five hundreds, and too many requests are 429. */
    static RegistryRefusal ofStatus(int status, Phrase said) {
        return new RegistryRefusal(status >= 500 || status == 429 ? Kind.PASSING : Kind.WRONG, said);
    }

    /** @param args of the sentence */
    static RegistryRefusal wrong(String key, Object... args) {
        return new RegistryRefusal(Kind.WRONG, Phrase.of(key, args));
    }

    Kind kind() {
        return kind;
    }

    /** @param call stands in front of it */
    CloudFailure failure(String call) {
        return kind == Kind.PASSING ? new CloudFailure.Unavailable(call, said) : new CloudFailure.Invalid(call, said);
    }
}
