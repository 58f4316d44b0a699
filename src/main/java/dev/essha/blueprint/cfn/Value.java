package dev.essha.blueprint.cfn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that stands behind a key in a template: a literal, a list, a map, or an intrinsic function.
 *
 * <p>References to resources and parameters can only be had from a {@link TemplateBuilder}, so that none is dangling.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">
 *     Intrinsic functions</a>
 */
public sealed interface Value permits Value.Text, Value.Number, Value.Bool, Value.Items, Fields, Reference, Function {

    /** The logical names of the resources and parameters that this value needs, in order of appearance. */
    default Stream<String> references() {
        return Stream.empty();
    }

    /** A string. */
    record Text(String value) implements Value {}

    /** A whole number. */
    record Number(long value) implements Value {}

    /** True or false. */
    record Bool(boolean value) implements Value {}

    /** A list. */
    record Items(List<Value> values) implements Value {

        public Items {
            values = List.copyOf(values);
        }

        @Override
        public Stream<String> references() {
            return values.stream().flatMap(Value::references);
        }
    }

    static Value text(Object value) {
        return new Text(value.toString());
    }

    static Items list(Value... values) {
        return new Items(List.of(values));
    }

    static Items list(List<? extends Value> values) {
        return new Items(List.copyOf(values));
    }

    /** A list of strings. */
    static Items texts(String... values) {
        return list(Arrays.stream(values).map(Text::new).toList());
    }

    /**
     * A text with references in it.
     *
     * @param text pseudo parameters stand in it as CloudFormation writes them, {@code ${AWS::Region}}; each {@code {}}
     *     stands for the next reference
     */
    static Value sub(String text, Reference... references) {
        return Function.Sub.of(text, List.of(references));
    }

    static Value join(String separator, List<? extends Value> values) {
        return new Function.Join(separator, list(values));
    }

    /** The element of a list, counted from 0. */
    static Value select(int index, Value list) {
        return new Function.Select(index, list);
    }

    static Value split(String separator, Value text) {
        return new Function.Split(separator, text);
    }
}
