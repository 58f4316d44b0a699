package dev.essha.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.essha.plan.ProblemText;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Reads inputs one after the other, holds each answer against what is promised of all, and remembers what they cost. */
final class Readings {

    private static final ProblemText TEXT = ProblemText.english();
    private static final long PATIENCE_SECONDS = 30;

    /** Daemon threads: one that never ends must not keep the tests from ending. */
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("plan-reader").factory());

    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int inputs;
    private int plans;
    private long slowestNanos;
    private int slowestBytes;
    private long mostMemory;
    private long problems;
    private int most;

    private record Answer(ReadResult result, long nanos, long allocated) {}

    ReadResult answer(byte[] input) throws Exception {
        Answer answer = reader.submit(() -> read(input)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        remember(input, answer);
        assertKeepsItsPromises(input, answer.result());
        return answer.result();
    }

    private Answer read(byte[] input) {
        long bytes = memory.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        ReadResult result = PlanReader.read(input);
        return new Answer(result, System.nanoTime() - start, memory.getCurrentThreadAllocatedBytes() - bytes);
    }

    private void remember(byte[] input, Answer answer) {
        inputs++;
        plans += answer.result().plan().isPresent() ? 1 : 0;
        problems += answer.result().problems().size();
        most = Math.max(most, answer.result().problems().size());
        mostMemory = Math.max(mostMemory, answer.allocated());
        if (answer.nanos() > slowestNanos) {
            slowestNanos = answer.nanos();
            slowestBytes = input.length;
        }
    }

    private static void assertKeepsItsPromises(byte[] input, ReadResult result) {
        assertThat(result.plan().isPresent() || !result.problems().isEmpty()).isTrue();
        long lines = lines(input);
        for (LocatedProblem problem : result.problems()) {
            assertThat(problem.line()).isBetween(1, (int) lines);
            assertThat(problem.column()).isPositive();
            assertThat(TEXT.sentence(problem.problem()))
                    .doesNotStartWith(problem.problem().key());
            String rendered = problem.rendered("plan.yaml", TEXT);
            assertThat(rendered.codePoints()).as(rendered).noneMatch(Readings::isHarmful);
        }
    }

    /** As an editor counts: after a line feed, a carriage return or both. */
    private static long lines(byte[] input) {
        long lines = 1;
        for (int i = 0; i < input.length; i++) {
            boolean isPair = input[i] == '\n' && i > 0 && input[i - 1] == '\r';
            lines += !isPair && (input[i] == '\n' || input[i] == '\r') ? 1 : 0;
        }
        return lines;
    }

    /** What moves a cursor, changes colors, turns the direction of writing or begins a line. */
    private static boolean isHarmful(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "plan reader: %d inputs, %d of them plans, %d problems, %d at most; slowest %d ms (%d bytes), most memory %d KiB"
                .formatted(
                        inputs,
                        plans,
                        problems,
                        most,
                        TimeUnit.NANOSECONDS.toMillis(slowestNanos),
                        slowestBytes,
                        mostMemory / 1024);
    }
}
