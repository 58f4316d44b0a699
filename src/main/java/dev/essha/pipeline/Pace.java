package dev.essha.pipeline;

import java.time.Duration;

/** Quick at first, then slower: the pauses between looks at something that takes its time. */
final class Pace {

    private final Duration longest;
    private final double growth;
    private Duration next;

    Pace(Duration first, double growth, Duration longest) {
        this.next = first;
        this.growth = growth;
        this.longest = longest;
    }

    /** For a stack: most changes are done in seconds, the long ones do not mind eight seconds more. */
    static Pace ofStack() {
        return new Pace(Duration.ofSeconds(1), 1.25, Duration.ofSeconds(8));
    }

    /** For records: a person types them, and resolvers do not like to be asked often. */
    static Pace ofRecords() {
        return new Pace(Duration.ofSeconds(5), 1.25, Duration.ofSeconds(30));
    }

    Duration next() {
        Duration pause = next;
        Duration slower = Duration.ofMillis((long) (pause.toMillis() * growth));
        next = slower.compareTo(longest) < 0 ? slower : longest;
        return pause;
    }
}
