package dev.essha.plan.yaml;

import dev.essha.plan.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What has been found while reading: problems, and where each setting stands. */
final class Findings {

    /** More than one mends before reading again; a file that was never a plan has a hundred thousand. */
    static final int MOST = 1_000;

    private final Map<String, Where> places = new HashMap<>(Map.of("", Where.START));
    private final List<LocatedProblem> problems = new ArrayList<>();
    private Optional<Where> firstLeftOut = Optional.empty();
    private int leftOut;

    /** Remembers where a setting stands, for what the rules may say of it later. */
    void place(String path, Where where) {
        places.put(path, where);
    }

    void report(Problem problem, Where where) {
        if (problems.size() < MOST) {
            problems.add(new LocatedProblem(problem, where));
        } else {
            firstLeftOut = firstLeftOut.or(() -> Optional.of(where));
            leftOut++;
        }
    }

    /** A problem that the rules found: it stands where its setting does, or the nearest one around it. */
    void report(Problem problem) {
        report(problem, nearest(problem.path()));
    }

    boolean isClean() {
        return problems.isEmpty();
    }

    Optional<LocatedProblem> first(String key) {
        return problems.stream().filter(p -> p.problem().key().equals(key)).findFirst();
    }

    /** Paths of all that could not be read. */
    List<String> unreadable() {
        return problems.stream().map(p -> p.problem().path()).toList();
    }

    List<LocatedProblem> fromTopToBottom() {
        return Stream.concat(problems.stream(), more().stream())
                .sorted(Comparator.comparingInt(LocatedProblem::line).thenComparingInt(LocatedProblem::column))
                .toList();
    }

    private Optional<LocatedProblem> more() {
        return firstLeftOut.map(where -> new LocatedProblem(Problem.at("", "file.more-problems", leftOut), where));
    }

    private Where nearest(String path) {
        String at = path;
        while (!places.containsKey(at)) {
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return places.get(at);
    }
}
