package dev.essha.blueprint.cfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private final TemplateBuilder template = new TemplateBuilder("a test");

    @Test
    void writesResourcesInOrderWithLongFormFunctions() {
        Reference vpc = template.parameter("VpcId", "AWS::EC2::VPC::Id", "of the network");
        ResourceRef group = template.add(Resource.of("Group", "AWS::EC2::SecurityGroup")
                .with("VpcId", vpc)
                .with("Name", "on"));
        template.add(Resource.of("Bucket", "AWS::S3::Bucket")
                .after(group)
                .stateful(Resource.Policy.RETAIN, Resource.Policy.RETAIN)
                .with("Owner", Value.sub("arn:${AWS::Partition}:x:{}/*", group.att("GroupId")))
                .with("First", Value.select(0, Value.split(",", group.ref()))));
        template.output("GroupIds", Value.join(",", List.of(group.att("GroupId"), Pseudo.REGION)));

        assertThat(template.build().render()).isEqualTo("""
            AWSTemplateFormatVersion: '2010-09-09'
            Description: 'a test'
            Parameters:
              VpcId:
                Type: AWS::EC2::VPC::Id
                Description: 'of the network'
            Resources:
              Group:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  VpcId:
                    Ref: VpcId
                  Name: 'on'
              Bucket:
                Type: AWS::S3::Bucket
                DependsOn:
                  - Group
                DeletionPolicy: Retain
                UpdateReplacePolicy: Retain
                Properties:
                  Owner:
                    Fn::Sub: 'arn:${AWS::Partition}:x:${Group.GroupId}/*'
                  First:
                    Fn::Select:
                      - 0
                      - Fn::Split:
                          - ','
                          - Ref: Group
            Outputs:
              GroupIds:
                Value:
                  Fn::Join:
                    - ','
                    -   - Fn::GetAtt:
                            - Group
                            - GroupId
                        - Ref: AWS::Region
            """);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        yes, 'yes'
        Off, 'Off'
        n, 'n'
        null, 'null'
        ~, '~'
        0755, '0755'
        12:30:45, '12:30:45'
        1e3, '1e3'
        17.6, '17.6'
        2012-10-17, '2012-10-17'
        *.example.com, '*.example.com'
        "", ''
        it's, 'it''s'
        a: b, 'a: b'
        s3:GetObject, s3:GetObject
        ess-proof/database, ess-proof/database
        eu-central-1a, eu-central-1a
        """, quoteCharacter = '"', nullValues = "-")
    void quotesWhateverYaml11WouldNotReadAsText(String text, String written) {
        template.add(Resource.of("A", "T").with("P", text));

        assertThat(template.build().render()).endsWith("P: " + written + "\n");
    }

    @Test
    void refusesAReferenceToAnotherTemplate() {
        ResourceRef stranger = new TemplateBuilder("other").add(Resource.of("Stranger", "T"));

        assertThatThrownBy(() -> template.add(Resource.of("A", "T").with("P", stranger.att("Arn"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Stranger");
        assertThatThrownBy(() -> template.output("O", Value.sub("x{}", stranger.ref())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesReferencesHiddenInText() {
        assertThatThrownBy(() -> Value.sub("${Vpc}-x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Value.sub("{}-x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTheSameNameTwice() {
        template.add(Resource.of("A", "T"));

        assertThatThrownBy(() -> template.add(Resource.of("A", "T"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Resource.of("a-b", "T")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToRenderMoreThanCloudFormationAccepts() {
        template.add(Resource.of("A", "T").with("P", "ä".repeat(26_000)));

        assertThatThrownBy(() -> template.build().render())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("51200");
    }

    @Test
    void writesPoliciesWithSortedActions() {
        PolicyDocument policy = PolicyDocument.of(Statement.allow("Use")
                .toAws(Arns.account())
                .actions("kms:Encrypt", "kms:Decrypt")
                .onAll()
                .when("Bool", Fields.of("aws:SecureTransport", "true")));
        template.add(Resource.of("A", "T").with("P", policy.value()));

        assertThat(template.build().render()).endsWith("""
                  P:
                    Version: '2012-10-17'
                    Statement:
                      - Sid: Use
                        Effect: Allow
                        Principal:
                          AWS:
                            Fn::Sub: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'
                        Action:
                          - kms:Decrypt
                          - kms:Encrypt
                        Resource: '*'
                        Condition:
                          Bool:
                            aws:SecureTransport: 'true'
            """);
    }

    @Test
    void writesATextOfSeveralLinesAsItIs() {
        template.add(Resource.of("Configuration", "AWS::MSK::Configuration").with("ServerProperties", "a=1\nb=2\n"));

        assertThat(template.build().render()).endsWith("""
                  ServerProperties: |
                    a=1
                    b=2
            """);
    }
}
