package dev.essha.cli;

import dev.essha.application.Places;
import dev.essha.pipeline.Patience;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How long a run waits for a person. */
final class PatienceOptions {

    @Option(
            names = "--sign-in-wait",
            paramLabel = "MINUTES",
            converter = Minutes.class,
            description =
                    "How long to wait for a new sign-in when the credentials end in the middle; 60 by default, 0 to"
                            + " fail at once.")
    private Duration signIn = Patience.SIGN_IN;

    Patience of(Places.Session session) {
        return new Patience(signIn, session.jitter());
    }

    private static final class Minutes implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            if (!text.matches("\\d{1,5}")) {
                throw new TypeConversionException("'" + text + "' is not a number of minutes");
            }
            return Duration.ofMinutes(Long.parseLong(text));
        }
    }
}
