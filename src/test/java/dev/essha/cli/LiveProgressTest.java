package dev.essha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.Time;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveProgressTest {

    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private final StringWriter screen = new StringWriter();

    /** What the person has to do stays above the picture; the picture says what the run waits for. */
    @Test
    void aPauseIsSaidAboveAndInTheBar() {
        Console console = new Console(
                new PrintWriter(screen),
                new PrintWriter(new StringWriter()),
                new BufferedReader(new StringReader("")),
                true,
                200);
        Event.Announced network = new Event.Announced(StageId.NETWORK, List.of(), 42, Duration.ofMinutes(3));
        try (LiveProgress live = new LiveProgress(console, new Still())) {
            live.accept(
                    new Event.RunStarted(1, START, Event.Operation.INSTALL, "demo", Cloud.Kind.AWS, List.of(network)));
            live.accept(new Event.StageStarted(2, START, StageId.NETWORK));
            live.accept(new Event.SignInNeeded(
                    3,
                    START,
                    StageId.NETWORK,
                    "cloudformation:DescribeStackEvents: The security token included in the request is expired",
                    "Sign in with `aws sso login --profile acme`.",
                    Duration.ofMinutes(45)));
            assertThat(drawn(live)).contains("WAITS FOR A SIGN-IN, then about 3 min left");

            live.accept(new Event.SignedInAgain(4, START, StageId.NETWORK));
            assertThat(drawn(live)).contains("about 3 min left").doesNotContain("WAITS");
        }

        assertThat(screen.toString())
                .contains("network     SIGN IN AGAIN: cloudformation:DescribeStackEvents: The security token")
                .contains("    Sign in with `aws sso login --profile acme`.")
                .contains("The run waits for it, for 45 min, and goes on by itself")
                .contains("network     somebody is signed in again, going on");
    }

    /** The newest picture; what is printed above draws it anew. */
    private String drawn(LiveProgress live) {
        live.above("");
        String all = screen.toString();
        return all.substring(all.lastIndexOf("[.") < 0 ? 0 : all.lastIndexOf("[."));
    }

    private static final class Still implements Time {

        @Override
        public Instant now() {
            return START;
        }

        @Override
        public void sleep(Duration duration) {}
    }
}
