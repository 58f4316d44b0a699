package dev.essha.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What the pipeline adds to the time that the resources take, in rehearsal. */
final class PipelineBenchmark {

    private static final List<Integer> ZONES = List.of(3, 4, 5, 6);
    private static final List<Integer> DEPLOYMENTS = List.of(1, 5, 10, 25, 50);
    private static final double ZONES_SPEED = 300;
    private static final double DEPLOYMENTS_SPEED = 100;

    Table zones() {
        // The first one in a JVM measures the loading of classes.
        new RehearsedInstall(3, "bench", ZONES_SPEED).overChain();
        List<Figure> figures = new ArrayList<>();
        for (int zones : ZONES) {
            List<Double> runs = new ArrayList<>();
            for (int i = 0; i < Measured.RUNS; i++) {
                runs.add(new RehearsedInstall(zones, "bench", ZONES_SPEED).overChain());
            }
            figures.add(new Figure(zones + " zones", "over chain", runs));
        }
        return new Table(
                "Pipeline overhead by zones",
                "Time of a rehearsed install over the longest chain of its stages, at %.0f times AWS's speed: 1 = nothing added."
                                .formatted(ZONES_SPEED)
                        + " A pause of a poll counts as overhead.",
                figures);
    }

    Table deployments() {
        List<Figure> figures = new ArrayList<>();
        for (int count : DEPLOYMENTS) {
            double cpu = Machine.cpu();
            long start = System.nanoTime();
            List<Double> runs = atOnce(count);
            String row = count == 1 ? "1 deployment" : count + " deployments";
            figures.add(new Figure(row, "over chain", runs));
            figures.add(
                    Figure.of(row, "longest", runs.stream().max(Double::compare).orElseThrow()));
            figures.add(Figure.of(row, "wall s", (System.nanoTime() - start) / 1e9));
            figures.add(Figure.of(row, "CPU s each", (Machine.cpu() - cpu) / count));
        }
        return new Table(
                "Pipeline overhead by deployments",
                "All at once in one JVM, each in an account of its own, three zones, at %.0f times AWS's speed."
                        .formatted(DEPLOYMENTS_SPEED),
                figures);
    }

    private static List<Double> atOnce(int count) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Double>> installs = IntStream.range(0, count)
                    .mapToObj(i -> new RehearsedInstall(3, "bench" + i, DEPLOYMENTS_SPEED))
                    .map(install -> threads.submit(install::overChain))
                    .toList();
            List<Double> over = new ArrayList<>();
            for (Future<Double> install : installs) {
                over.add(install.get());
            }
            return over;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
