package dev.essha.ui.diagram;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.diagram.Box;
import dev.essha.diagram.DeploymentDrawing;
import dev.essha.diagram.Drawing;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.RunState;
import dev.essha.pipeline.StagePhase;
import dev.essha.pipeline.StageState;
import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the boxes of a plan's drawing stand for, and so how each of them stands in a run. Made once for a plan, asked for each
 * state of the run. There is one rule for all boxes: the state is that of the box's own resources, whatever is drawn inside.
 */
public final class BoxStates {

    private final Drawing drawing;
    private final Map<String, List<Part>> parts;

    private BoxStates(Drawing drawing, Map<String, List<Part>> parts) {
        this.drawing = drawing;
        this.parts = parts;
    }

    /** For the drawing of the blueprint's plan. */
    public static BoxStates of(Blueprint blueprint) {
        Plan plan = blueprint.plan().plan();
        Drawing drawing = DeploymentDrawing.of(plan);
        return new BoxStates(drawing, new Placement(plan, drawing).place(blueprint));
    }

    /**
     * The states of a plan's boxes, by id, each box of its drawing once.
     *
     * @throws IllegalArgumentException if the plan has problems
     */
    public static Map<String, BoxState> of(RunState run, Plan plan) {
        return of(Blueprint.of(ValidPlan.of(plan))).at(run);
    }

    /** The states of the boxes by id, each box of the drawing once. */
    public Map<String, BoxState> at(RunState run) {
        Map<Part, BoxState> known = new HashMap<>();
        Map<String, BoxState> states = new LinkedHashMap<>();
        for (Box box : drawing.boxes()) {
            List<Standing> standings = parts.getOrDefault(box.id(), List.of()).stream()
                    .map(p -> new Standing(p, known.computeIfAbsent(p, part -> stateOf(part, run))))
                    .toList();
            states.put(box.id(), ofBox(standings, run));
        }
        return states;
    }

    /** What a box stands for; empty where that is nothing which an installation makes. */
    List<Part> partsOf(String box) {
        return parts.getOrDefault(box, List.of());
    }

    private static BoxState stateOf(Part part, RunState run) {
        StageState stage = run.stages().get(part.stage());
        if (stage != null) {
            boolean destroyed = run.started()
                    .filter(s -> s.operation() == Event.Operation.DESTROY)
                    .isPresent();
            return part.state(stage, destroyed);
        }
        return run.started().isEmpty() ? BoxState.WAITING : BoxState.NONE;
    }

    /**
     * A stage that has made some of its part of the box, and not all, is at it, unless it waits for a person; stages that
     * come later are waited for, unless they only change what stands.
     */
    private static BoxState ofBox(List<Standing> all, RunState run) {
        List<Standing> standings =
                all.stream().filter(s -> !s.isYetToChangeWhatStands()).toList();
        boolean begun = standings.stream()
                .filter(s -> s.state() == BoxState.WAITING && !waitsForPerson(s.stage(), run))
                .anyMatch(waiting -> standings.stream().anyMatch(s -> s.stage() == waiting.stage() && s.isSettled()));
        return begun ? worst(standings, BoxState.RUNNING) : worst(standings, BoxState.WAITING);
    }

    private static boolean waitsForPerson(StageId stage, RunState run) {
        StageState state = run.stages().get(stage);
        return state != null && state.phase() instanceof StagePhase.NeedsRecords;
    }

    /** @param waiting what it is called that something has not begun */
    private static BoxState worst(List<Standing> standings, BoxState waiting) {
        return Stream.of(
                        BoxState.FAILED,
                        BoxState.ATTENTION,
                        BoxState.RUNNING,
                        BoxState.WAITING,
                        BoxState.SKIPPED,
                        BoxState.KEPT,
                        BoxState.GONE,
                        BoxState.DONE)
                .filter(state -> standings.stream().anyMatch(s -> s.state() == state))
                .findFirst()
                .map(state -> state == BoxState.WAITING ? waiting : state)
                .orElse(BoxState.NONE);
    }

    private record Standing(Part part, BoxState state) {

        StageId stage() {
            return part.stage();
        }

        boolean isYetToChangeWhatStands() {
            return part.comesAfterwards() && state == BoxState.WAITING;
        }

        boolean isSettled() {
            return state == BoxState.DONE || state == BoxState.GONE || state == BoxState.KEPT;
        }
    }
}
