package dev.essha.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.AnyPlan;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever has happened to a plan's file, reading it gives an answer and never an exception: soon, and with problems that can
 * be shown where the answer is no.
 */
class PlanFuzzTest {

    private static final Readings READINGS = new Readings();

    private static final PlanFile PRESET = PlanFile.of(Preset.PRODUCTION);

    private static final PlanFile BARE = bare(PRESET);
    private static final byte[] BARE_BYTES = BARE.text().getBytes(StandardCharsets.UTF_8);

    /** A file and what happened to it, in order. */
    record Broken(String file, List<Mutation> mutations, long seed) {

        byte[] bytes() {
            Random random = new Random(seed);
            String bytes = new String(file.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            for (Mutation mutation : mutations) {
                bytes = mutation.of(bytes, random);
            }
            return bytes.getBytes(StandardCharsets.ISO_8859_1);
        }

        /** Enough to make it again. */
        @Override
        public String toString() {
            return mutations + " by seed " + seed + " of\n" + file;
        }
    }

    @Property(tries = 4_000)
    void whateverHappenedToAFile(@ForAll("broken") Broken broken) throws Exception {
        READINGS.answer(broken.bytes());
    }

    @Property(tries = 10_000, generation = GenerationMode.EXHAUSTIVE)
    void whateverStandsAnywhere(@ForAll("paths") String path, @ForAll("values") String value) throws Exception {
        READINGS.answer(BARE.with(path, value).text().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 10_000, generation = GenerationMode.EXHAUSTIVE)
    void whereverAFileEnds(@ForAll("lengths") int length) throws Exception {
        READINGS.answer(Arrays.copyOf(BARE_BYTES, length));
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void howeverMuchIsInIt(@ForAll("crowds") String crowd) throws Exception {
        assertThat(READINGS.answer(crowd.getBytes(StandardCharsets.UTF_8)).problems())
                .hasSizeBetween(1, Findings.MOST + 1);
    }

    /** Without comments, which cost time and break in one way only. */
    private static PlanFile bare(PlanFile file) {
        return new PlanFile(file.lines().stream()
                .filter(l -> !l.isBlank() && !l.strip().startsWith("#"))
                .toList());
    }

    @AfterContainer
    static void say() {
        System.out.println(READINGS);
    }

    @Provide
    Arbitrary<Broken> broken() {
        Arbitrary<String> files = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(BARE.text())),
                Tuple.of(2, Arbitraries.of(PlanFile.of(Preset.PROOF_OF_CONCEPT).text(), PRESET.text())),
                Tuple.of(1, AnyPlan.any().map(p -> bare(PlanFile.of(p)).text())));
        return Combinators.combine(
                        files,
                        Arbitraries.of(Mutation.class).list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.longs())
                .as(Broken::new);
    }

    /** As many problems, nodes or comparisons as the largest file can hold. */
    @Provide
    Arbitrary<String> crowds() {
        return Arbitraries.of(
                full("{", _ -> "1,", "}"),
                full("{", i -> "k" + i + ",", "}"),
                full("network: {zones: [", _ -> "1,", "]}"),
                full("network: {zones: [", _ -> "{publicCidr: 10.0.0.0/24,privateCidr: 10.0.0.0/24},", "]}"),
                full("edge: {allowedCidrs: [", _ -> "0.0.0.0/0,", "]}"),
                full("registry: {repositories: [", _ -> "a,", "]}"),
                full("tags: {", i -> "k" + i + ": v,", "}"),
                full("- ", _ -> "a\n- ", ""),
                full("a: |\n", _ -> " x\n", ""),
                full("", _ -> "? ", ""));
    }

    private static String full(String start, IntFunction<String> part, String end) {
        StringBuilder text = new StringBuilder(start);
        for (int i = 0; text.length() < FileText.LARGEST - 100; i++) {
            text.append(part.apply(i));
        }
        return text + end;
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(0, BARE_BYTES.length);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(SettingPaths.all());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(HostileText.ALL);
    }
}
