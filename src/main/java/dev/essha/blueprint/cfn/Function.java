package dev.essha.blueprint.cfn;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The intrinsic functions that are more than a reference. */
sealed interface Function extends Value {

    /** Text with references, as {@code Fn::Sub} wants it. */
    record Sub(String text, List<Reference> of) implements Function {

        private static final Pattern BRACES = Pattern.compile("\\$\\{([^}]*)}");

        public Sub {
            of = List.copyOf(of);
        }

        static Sub of(String text, List<Reference> references) {
            onlyPseudoParameters(text);
            String[] pieces = text.split("\\{}", -1);
            if (pieces.length != references.size() + 1) {
                throw new IllegalArgumentException(references.size() + " references for \"" + text + "\"");
            }
            StringBuilder joined = new StringBuilder(pieces[0]);
            for (int i = 0; i < references.size(); i++) {
                joined.append("${")
                        .append(references.get(i).inSub())
                        .append('}')
                        .append(pieces[i + 1]);
            }
            return new Sub(joined.toString(), references);
        }

        private static void onlyPseudoParameters(String text) {
            String others = BRACES.matcher(text)
                    .results()
                    .map((MatchResult m) -> m.group(1))
                    .filter(name -> Arrays.stream(Pseudo.values())
                            .noneMatch(p -> p.inSub().equals(name)))
                    .collect(Collectors.joining(", "));
            if (!others.isEmpty()) {
                throw new IllegalArgumentException("not a pseudo parameter: " + others);
            }
        }

        @Override
        public Stream<String> references() {
            return of.stream().flatMap(Value::references);
        }
    }

    record Join(String separator, Items values) implements Function {

        @Override
        public Stream<String> references() {
            return values.references();
        }
    }

    record Select(int index, Value list) implements Function {

        @Override
        public Stream<String> references() {
            return list.references();
        }
    }

    record Split(String separator, Value of) implements Function {

        @Override
        public Stream<String> references() {
            return of.references();
        }
    }
}
