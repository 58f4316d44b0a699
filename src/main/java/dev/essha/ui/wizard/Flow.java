package dev.essha.ui.wizard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;

/**
 * The pages in order, each with what it takes to go past it. Back, next, the rail and the opening of a plan all go by this
 * list.
 */
public final class Flow {

    private final Wizard wizard;
    private final List<Stop> stops;
    private final Map<Step, Page> made = new EnumMap<>(Step.class);

    /**
     * A step of the flow.
     *
     * @param page makes the page when it is first entered
     * @param done whether the steps after it may be entered
     * @param readback the step's choice in a line; empty while there is none
     */
    public record Stop(
            Step step, Supplier<Page> page, ObservableValue<Boolean> done, ObservableValue<String> readback) {}

    public Flow(Wizard wizard, List<Stop> stops) {
        this.wizard = wizard;
        this.stops = List.copyOf(stops);
    }

    public List<Stop> stops() {
        return stops;
    }

    /** The page of a step; the same one each time. */
    public Page page(Step step) {
        return made.computeIfAbsent(step, s -> stop(s).page().get());
    }

    /** Whether a step may be entered: everything before it is done. */
    public BooleanBinding reachable(Step step) {
        List<ObservableValue<Boolean>> before = stops.stream()
                .takeWhile(s -> s.step() != step)
                .<ObservableValue<Boolean>>map(Stop::done)
                .toList();
        return Bindings.createBooleanBinding(
                () -> before.stream().allMatch(ObservableValue::getValue), before.toArray(ObservableValue[]::new));
    }

    /** Goes to a step if it may be entered, otherwise to the first one that is not done. */
    public void go(Step step) {
        Step target = stops.stream()
                .takeWhile(s -> s.step() != step)
                .filter(s -> !s.done().getValue())
                .findFirst()
                .map(Stop::step)
                .orElse(step);
        wizard.step().set(target);
    }

    public void next() {
        at(1).ifPresent(this::go);
    }

    public void back() {
        at(-1).ifPresent(step -> wizard.step().set(step));
    }

    /** The step a number of places further on. */
    public Optional<Step> at(int offset) {
        int index = stops.indexOf(stop(wizard.step().get())) + offset;
        return index < 0 || index >= stops.size()
                ? Optional.empty()
                : Optional.of(stops.get(index).step());
    }

    private Stop stop(Step step) {
        return stops.stream().filter(s -> s.step() == step).findFirst().orElseThrow();
    }
}
