package dev.essha.cloud.rehearsal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.essha.cloud.CloudException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resolving intrinsics where names and attributes stand for themselves. */
class IntrinsicsTest {

    private static final Scope SCOPE = new Scope() {
        @Override
        public Object ref(String name) {
            return switch (name) {
                case "List" -> List.of("a", "b");
                case "AWS::NoValue" -> Intrinsics.NO_VALUE;
                case "New" -> Intrinsics.UNKNOWN;
                default -> "<" + name + ">";
            };
        }

        @Override
        public Object attribute(String logicalId, String name) {
            return "<" + logicalId + "." + name + ">";
        }
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {Ref: A}                                                        | <A>
        {'Fn::GetAtt': [A, Arn]}                                        | <A.Arn>
        {'Fn::GetAtt': A.Endpoint.Port}                                 | <A.Endpoint.Port>
        {'Fn::Sub': 'arn:${AWS::Partition}:x:${A}:${B.Arn}:${!Literal}'} | arn:<AWS::Partition>:x:<A>:<B.Arn>:${Literal}
        {'Fn::Sub': ['${Own}-${A}', {Own: {Ref: B}}]}                   | <B>-<A>
        {'Fn::Join': [',', {Ref: List}]}                                | a,b
        {'Fn::Join': ['-', [x, {Ref: A}, 7]]}                           | x-<A>-7
        {'Fn::Select': [1, {Ref: List}]}                                | b
        {'Fn::Select': ['0', {'Fn::Split': ['/', a/b/c]}]}              | a
        {'Fn::Select': [2, {'Fn::Split': [':', {Ref: New}]}]}           | {{changeSet:KNOWN_AFTER_APPLY}}
        {'Fn::Base64': hello}                                           | aGVsbG8=
        """)
    void resolves(String value, String resolved) {
        assertThat(property(value)).isEqualTo(resolved);
    }

    @Test
    void leavesOutWhatHasNoValue() {
        assertThat(property("{A: {Ref: 'AWS::NoValue'}, B: [1, {Ref: 'AWS::NoValue'}, {Ref: X}]}"))
                .isEqualTo(Map.of("B", List.of(1, "<X>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Fn::Join': [x]}",
                "{'Fn::Join': [',', text]}",
                "{'Fn::Join': [',', [[nested]]]}",
                "{'Fn::Select': [2, {Ref: List}]}",
                "{'Fn::Select': [x, {Ref: List}]}",
                "{'Fn::Split': [x]}",
                "{'Fn::Sub': [x]}",
                "{'Fn::GetAtt': A}",
                "{'Fn::ImportValue': x}"
            })
    void refusesWrongArguments(String value) {
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> property(value));
    }

    private static Object property(String value) {
        Template template = TemplateReader.read("Resources: {R: {Type: T, Properties: {P: " + value + "}}}");
        return new Intrinsics(SCOPE).properties(template.resources().get("R")).get("P");
    }
}
