package dev.essha.cli;

import dev.essha.blueprint.StageId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A stage as people type it. */
final class Stages implements ITypeConverter<StageId> {

    static Optional<StageId> find(String label) {
        return Stream.of(StageId.values()).filter(s -> s.label().equals(label)).findFirst();
    }

    /** In the order in which people read them. */
    static String all() {
        return Stream.of(StageId.values()).map(StageId::label).collect(Collectors.joining(", "));
    }

    @Override
    public StageId convert(String label) {
        return find(label)
                .orElseThrow(
                        () -> new TypeConversionException("there is no stage " + label + "; the stages are " + all()));
    }
}
