package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.wording.Phrase;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits between two looks at something that is being made: briefly at first, then longer and longer, each time between half
 * of that and all of it, so that those who began together do not all look at the same moment.
 */
final class Polling {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final String call;
    private Duration next = FIRST;

    /** @param call what is being waited for */
    Polling(String call) {
        this.call = call;
    }

    void pause() {
        try {
            Thread.sleep(next.multipliedBy(ThreadLocalRandom.current().nextInt(50, 101))
                    .dividedBy(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(new CloudFailure.Unavailable(call, Phrase.of("interrupted")), e);
        }
        Duration longer = next.multipliedBy(3).dividedBy(2);
        next = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    }
}
