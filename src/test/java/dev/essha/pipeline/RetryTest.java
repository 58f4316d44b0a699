package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.wording.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryTest {

    private final VirtualTime time = new VirtualTime();
    private final List<String> notes = new ArrayList<>();
    private final Retry retry = retry(Jitter.NONE);
    private int calls;

    @Test
    void whatCannotBeReachedIsTriedAgainEverMoreSlowly() throws InterruptedException {
        String answer = retry.get(() -> {
            calls++;
            if (calls < 4) {
                throw new CloudException(new CloudFailure.Unavailable("rds:DescribeDBInstances", "down"));
            }
            return "up";
        });

        assertThat(answer).isEqualTo("up");
        assertThat(notes)
                .containsExactly(
                        "rds:DescribeDBInstances: down; trying again in 1 s",
                        "rds:DescribeDBInstances: down; trying again in 2 s",
                        "rds:DescribeDBInstances: down; trying again in 4 s");
    }

    @Test
    void theBudgetEndsIt() {
        Instant start = time.now();

        assertThatThrownBy(() -> retry.run(() -> fail(new CloudFailure.Unavailable("s3:ListBuckets", "down"))))
                .isInstanceOf(CloudException.class);
        assertThat(Duration.between(start, time.now())).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @MethodSource("wrongForGood")
    void whatIsWrongForGoodIsNeverRepeated(CloudFailure failure) {
        assertThatThrownBy(() -> retry.run(() -> fail(failure))).isInstanceOf(CloudException.class);
        assertThat(calls).isEqualTo(1);
    }

    static Stream<CloudFailure> wrongForGood() {
        return Stream.of(
                new CloudFailure.Denied("a:B", "a:B", "no"),
                new CloudFailure.NotFound("a:B", "no"),
                new CloudFailure.Conflict("a:B", "no"),
                new CloudFailure.Quota("a:B", "L-1", "no"),
                new CloudFailure.Invalid("a:B", "no"),
                new CloudFailure.Unreachable("a:B", Phrase.asIs("no")),
                new CloudFailure.Unknown("a:B", "Odd", "no"));
    }

    private void fail(CloudFailure failure) {
        calls++;
        throw new CloudException(failure);
    }

    @Test
    void pausesAreSpreadButNeverShorterThanTheServiceWants() throws InterruptedException {
        Retry spread = retry(() -> 0);

        spread.run(() -> failOnce(new CloudFailure.Unavailable("a:B", "down")));
        calls = 0;
        spread.run(() -> failOnce(new CloudFailure.Throttled("a:B", Duration.ofSeconds(30), "slow")));

        assertThat(notes).containsExactly("a:B: down; trying again in 0 s", "a:B: slow; trying again in 30 s");
    }

    private Retry retry(Jitter jitter) {
        Retry.Door nobody = new Retry.Door() {
            @Override
            public void enter() {}

            @Override
            public boolean pass(CloudException refused) {
                throw refused;
            }
        };
        return new Retry(time, jitter, nobody, what -> notes.add(Sentences.ENGLISH.of(what)));
    }

    private void failOnce(CloudFailure failure) {
        if (calls == 0) {
            fail(failure);
        }
    }
}
