package dev.essha.cloud.rehearsal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.essha.cloud.CloudException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What CloudFormation refuses, and the words that it finds for it. */
class TemplateRulesTest {

    private static final Types TYPES = new Types() {
        @Override
        public boolean knows(String type) {
            return type.equals("T");
        }

        @Override
        public boolean hasAttribute(String type, String attribute) {
            return attribute.equals("Arn");
        }
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Resources: {A: {Type: U}, B: {Type: V}}                                   | Template format error: Unrecognized resource types: [U, V]
        Resources: {A: {Type: T, Properties: {P: {Ref: X}}}}                      | Template format error: Unresolved resource dependencies [X] in the Resources block of the template
        Resources: {A: {Type: T, Properties: {P: {'Fn::Sub': 'x-${X}-${!Y}'}}}}   | Template format error: Unresolved resource dependencies [X] in the Resources block of the template
        Resources: {A: {Type: T, DependsOn: [X]}}                                 | Template format error: Unresolved resource dependencies [X] in the Resources block of the template
        {Resources: {A: {Type: T}}, Outputs: {O: {Value: {Ref: X}}}}              | Template format error: Unresolved resource dependencies [X] in the Outputs block of the template
        Resources: {A: {Type: T, Properties: {P: {'Fn::GetAtt': [X, Arn]}}}}      | Template error: instance of Fn::GetAtt references undefined resource X
        Resources: {A: {Type: T}, B: {Type: T, Properties: {P: {'Fn::GetAtt': A.Size}}}} | Template error: resource A does not support attribute type Size in Fn::GetAtt
        Resources: {A: {Type: T, Properties: {P: {Ref: B}}}, B: {Type: T, DependsOn: A}} | Circular dependency between resources: [A, B]
        Resources: {A: {Type: T, Properties: {P: {Ref: A}}}}                      | Circular dependency between resources: [A]
        Resources: {A: {Properties: {}}}                                          | Template format error: [/Resources/A] Every Resources object must contain a Type member.
        Resources: {A-B: {Type: T}}                                               | Template format error: Resource name A-B is non alphanumeric.
        Resources: {}                                                             | Template format error: At least one Resources member must be defined.
        {Resources: {A: {Type: T}}, Stuff: {}}                                    | Invalid template property or properties [Stuff]
        Resources: {A: {Type: T, Properties: {P: {'Fn::Sub': '${a b}'}}}}         | Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons
        """)
    void refusesInCloudFormationsWords(String template, String message) {
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> TemplateRules.check(TemplateReader.read(template), TYPES))
                .satisfies(e -> assertThat(e.failure().message()).isEqualTo(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Resources: [                                                | Template format error: YAML not well-formed.
        {Resources: {A: {Type: T, Properties: {P: !Ref B}}}}        | Template format error: YAML not well-formed.
        {Resources: {A: {Type: T}, A: {Type: T}}}                   | Template format error: YAML not well-formed.
        hello                                                       | Template format error: unsupported structure.
        {Resources: {A: {Type: T}}, Conditions: {C: {}}}            | A rehearsal does not know the template section Conditions.
        Resources: {A: {Type: T, Properties: {P: {'Fn::If': [C]}}}} | Template format error: Unresolved function Fn::If
        """)
    void refusesWhatIsNoTemplateItKnows(String template, String beginning) {
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> TemplateRules.check(TemplateReader.read(template), TYPES))
                .satisfies(e -> assertThat(e.failure().message()).startsWith(beginning));
    }

    @Test
    void refusesABodyAboveTheLimitOfInlineBodies() {
        String body = "Description: " + "x".repeat(51_200) + "\nResources: {A: {Type: T}}";

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> TemplateReader.read(body))
                .satisfies(e -> assertThat(e.failure().message()).contains("less than or equal to 51200"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        {P: {Type: String}}                                   | none | Parameters: [P] must have values
        {P: {Type: String}, Q: {Type: String}}                | none | Parameters: [P, Q] must have values
        {}                                                    | x    | Parameters: [P] do not exist in the template
        {P: {Type: String, AllowedValues: [a, b]}}            | x    | Parameter 'P' must be one of AllowedValues
        {P: {Type: String, AllowedPattern: '[a-c]+'}}         | x    | Parameter 'P' must match pattern [a-c]+
        {P: {Type: 'AWS::EC2::VPC::Id'}}                      | ''   | Parameter validation failed: parameter value for parameter name P does not exist
        """)
    void refusesWrongParameters(String declared, String given, String message) {
        Template template = TemplateReader.read("{Parameters: " + declared + ", Resources: {A: {Type: T}}}");
        Map<String, String> values = given == null ? Map.of() : Map.of("P", given);

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> new ParameterValues(template, values))
                .satisfies(e -> assertThat(e.failure().message()).isEqualTo(message));
    }

    @Test
    void ordersResourcesAfterWhatTheyNeed() {
        Template template = TemplateReader.read("""
            Resources:
              Last: {Type: T, Properties: {P: [{'Fn::Sub': '${Middle.Arn}'}]}}
              Middle: {Type: T, DependsOn: First}
              Other: {Type: T}
              First: {Type: T}
            """);

        assertThat(Dependencies.of(template).order()).containsExactly("Other", "First", "Middle", "Last");
    }
}
