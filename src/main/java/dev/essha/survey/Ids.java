package dev.essha.survey;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.StageId;
import dev.essha.inventory.Observed;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Look-ups that start from an id that a stage hands out. */
record Ids(Installed installed, Observer observer) {

    /** Looks in the deployment's VPC, where what was made by hand is found too. */
    <T> CompletableFuture<Observed<T>> inVpc(String source, Function<String, T> call) {
        return of(Output.VPC_ID, source, call);
    }

    <T> CompletableFuture<Observed<T>> of(Output id, String source, Function<String, T> call) {
        return observer.look(installed.output(id), source, call);
    }

    /** Looks for what is found by its name; before its stage is installed, it is not missed. */
    <T> CompletableFuture<Observed<T>> byName(StageId stage, String source, Supplier<T> call) {
        return observer.look(installed.stack(stage), source, _ -> call.get());
    }
}
