package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.StackEvent;
import dev.essha.inventory.Offer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reasons that CloudFormation gives, in the form it gives them, and what a person is told. */
class CauseTest {

    /** A line each: what it is about, the type, what Service Quotas knows (limit, allowed, used), reason, said, advice. */
    private static final String TABLE = """
        a quota of EC2
        AWS::EC2::VPC
        VPCS 5 5
        Resource handler returned message: "The maximum number of VPCs has been reached. (Service: Ec2, Status Code: 400, \
        Request ID: c0014f5a) (SDK Attempt Count: 1)" (RequestToken: 42548479, HandlerErrorCode: ServiceLimitExceeded)
        The maximum number of VPCs has been reached.
        The quota L-F678F1CE (VPCs per Region, of vpc) is 5, and 5 are in use: ask for a higher one in the Service Quotas \
        console, then install again.

        a quota that nobody knows
        AWS::EC2::SecurityGroup
        -
        The maximum number of rules per security group has been reached. (HandlerErrorCode: ServiceLimitExceeded)
        The maximum number of rules per security group has been reached. (HandlerErrorCode: ServiceLimitExceeded)
        Ask for a higher quota in the Service Quotas console, then install again.

        vCPUs behind a group of nodes
        AWS::EKS::Nodegroup
        STANDARD_VCPUS 8 8
        Resource handler returned message: "[Issue(Code=AsgInstanceLaunchFailures, Message=Could not launch On-Demand \
        Instances. VcpuLimitExceeded - You have requested more vCPU capacity than your current vCPU limit of 8 allows for \
        the instance bucket that the specified instance type belongs to. Launching EC2 instance failed., ResourceIds=[x])] \
        (Service: null, Status Code: 0, Request ID: null)" (RequestToken: 1, HandlerErrorCode: GeneralServiceException)
        [Issue(Code=AsgInstanceLaunchFailures, Message=Could not launch On-Demand Instances. VcpuLimitExceeded - You have \
        requested more vCPU capacity than your current vCPU limit of 8 allows for the instance bucket that the specified \
        instance type belongs to. Launching EC2 instance failed., ResourceIds=[x])]
        The quota L-1216C47A (Running On-Demand Standard instances, in vCPU, of ec2) is 8, and 8 are in use: ask for a \
        higher one in the Service Quotas console, then install again.

        a zone without capacity for nodes
        AWS::EKS::Nodegroup
        STANDARD_VCPUS 64 8
        Nodegroup zone-b failed to stabilize: [{Code: AsgInstanceLaunchFailures,Message: Could not launch On-Demand \
        Instances. InsufficientInstanceCapacity - We currently do not have sufficient m7i.xlarge capacity in the \
        Availability Zone you requested (eu-central-1b). You can currently get m7i.xlarge capacity by choosing \
        eu-central-1a.,ResourceIds: [eks-b]}] (HandlerErrorCode: NotStabilized)
        Nodegroup zone-b failed to stabilize: [{Code: AsgInstanceLaunchFailures,Message: Could not launch On-Demand \
        Instances. InsufficientInstanceCapacity - We currently do not have sufficient m7i.xlarge capacity in the \
        Availability Zone you requested (eu-central-1b). You can currently get m7i.xlarge capacity by choosing \
        eu-central-1a.,ResourceIds: [eks-b]}] (HandlerErrorCode: NotStabilized)
        AWS has no m7i.xlarge left in eu-central-1b at the moment. Install again later, or choose another type \
        (compute.instanceType) or other zones (network.zones), which is easy only while nothing stands in them: then \
        install again.

        no capacity for brokers, said in a sentence only
        AWS::MSK::Cluster
        -
        There is not enough capacity for kafka.m7g.large in eu-central-1b at the moment. (HandlerErrorCode: NotStabilized)
        There is not enough capacity for kafka.m7g.large in eu-central-1b at the moment. (HandlerErrorCode: NotStabilized)
        AWS has no kafka.m7g.large left in eu-central-1b at the moment. Install again later, or choose another type \
        (messaging.instanceType) or other zones (network.zones), which is easy only while nothing stands in them: then \
        install again.

        no zone with a database of a class, which RDS calls a limit
        AWS::RDS::DBInstance
        DATABASES 40 1
        Resource handler returned message: "Cannot create a db.m7g.large database instance because there are no \
        availability zones with sufficient capacity for VPC and storage type : gp3 for db.m7g.large. (Service: Rds, Status \
        Code: 400, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: ServiceLimitExceeded)
        Cannot create a db.m7g.large database instance because there are no availability zones with sufficient capacity for \
        VPC and storage type : gp3 for db.m7g.large.
        AWS has no db.m7g.large left in the zones of the plan at the moment. Install again later, or choose another type \
        (database.instanceClass) or other zones (network.zones), which is easy only while nothing stands in them: then \
        install again.

        as many databases as there may be
        AWS::RDS::DBInstance
        DATABASES 40 40
        Resource handler returned message: "DB instance quota exceeded (Service: Rds, Status Code: 400, Request ID: 1)" \
        (RequestToken: 2, HandlerErrorCode: ServiceLimitExceeded)
        DB instance quota exceeded
        The quota L-7B6409FD (DB instances, of rds) is 40, and 40 are in use: ask for a higher one in the Service Quotas \
        console, then install again.

        a zone that the service does not know
        AWS::EKS::Cluster
        -
        Resource handler returned message: "Cannot create cluster 'ess-demo' because EKS does not support creating control \
        plane instances in us-east-1e, the targeted availability zone. UnsupportedAvailabilityZoneException (Service: Eks, \
        Status Code: 400, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: InvalidRequest)
        Cannot create cluster 'ess-demo' because EKS does not support creating control plane instances in us-east-1e, the \
        targeted availability zone. UnsupportedAvailabilityZoneException
        AWS does not offer this in us-east-1e: choose other zones (network.zones), which is easy only while nothing stands \
        in them, then install again.

        a permission that is missing
        AWS::IAM::Role
        -
        Resource handler returned message: "User: arn:aws:sts::111122223333:assumed-role/dev/me is not authorized to \
        perform: iam:PutRolePolicy on resource: role ess-demo because no identity-based policy allows the \
        iam:PutRolePolicy action (Service: Iam, Status Code: 403, Request ID: 3e) (SDK Attempt Count: 1)" (RequestToken: 2, \
        HandlerErrorCode: AccessDenied)
        User: arn:aws:sts::111122223333:assumed-role/dev/me is not authorized to perform: iam:PutRolePolicy on resource: \
        role ess-demo because no identity-based policy allows the iam:PutRolePolicy action
        Give the signed-in role the permission iam:PutRolePolicy, then install again.

        a permission that nobody names
        AWS::MSK::Cluster
        -
        Access denied for operation 'AWS::MSK::Cluster'. (HandlerErrorCode: AccessDenied)
        Access denied for operation 'AWS::MSK::Cluster'. (HandlerErrorCode: AccessDenied)
        Give the signed-in role the permission that is named, then install again.

        a name that is taken
        AWS::IAM::Role
        -
        Resource handler returned message: "Resource of type 'AWS::IAM::Role' with identifier 'ess-demo-nodes' already \
        exists." (RequestToken: 2, HandlerErrorCode: AlreadyExists)
        Resource of type 'AWS::IAM::Role' with identifier 'ess-demo-nodes' already exists.
        Remove or rename ess-demo-nodes, which has this name already, then install again. A plan with another deployment \
        name has other names everywhere.

        something that never became ready
        AWS::MSK::Cluster
        -
        Exceeded attempts to wait (HandlerErrorCode: NotStabilized)
        Exceeded attempts to wait (HandlerErrorCode: NotStabilized)
        Look at the resource in the console for why it did not become ready, then install again.

        words without a code
        AWS::MSK::Cluster
        -
        Internal Failure
        Internal Failure
        Install again: it goes on from what stands.
        """;

    private final FakeCloud cloud = new FakeCloud(new VirtualTime());

    record Row(String title, String type, String quota, String reason, String said, String advice) {

        static Row parse(String block) {
            String[] lines = block.strip().split("\n");
            return new Row(lines[0], lines[1], lines[2], lines[3], lines[4], lines[5]);
        }

        Optional<Offer.Quota> known() {
            String[] words = quota.split(" ");
            return words.length < 3
                    ? Optional.empty()
                    : Optional.of(new Offer.Quota(
                            Offer.Limit.valueOf(words[0]), Double.parseDouble(words[1]), Long.parseLong(words[2])));
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Row> rows() {
        return Arrays.stream(TABLE.split("\n\n")).map(Row::parse);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aReasonIsToldInWordsWithWhatToDo(Row row) {
        cloud.quota = row.known();
        StackEvent event =
                new StackEvent("1", Instant.EPOCH, "Thing", "thing-1", row.type(), "CREATE_FAILED", row.reason());

        assertThat(Advice.OF_INSTALL.failure(event, cloud.offers()).in(Sentences.ENGLISH))
                .isEqualTo(new StageFailure("Thing", row.type(), row.said(), row.advice()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void inGermanTheAdviceIsGermanAndTheReasonStaysAsItIs(Row row) {
        cloud.quota = row.known();
        StackEvent event =
                new StackEvent("1", Instant.EPOCH, "Thing", "thing-1", row.type(), "CREATE_FAILED", row.reason());

        StageFailure failure = Advice.OF_INSTALL.failure(event, cloud.offers()).in(Sentences.in(Locale.GERMAN));

        assertThat(failure.reason()).isEqualTo(row.said());
        assertThat(failure.advice()).contains("erneut").doesNotContainPattern(SentencesTest.ENGLISH);
    }

    @Test
    void whatFailedOnlyBecauseAnotherDidIsNoCauseAndARealCauseIsOneWhateverItsWords() {
        assertThat(failed("Resource creation cancelled").cancelled()).isTrue();
        assertThat(failed("Resource update cancelled").cancelled()).isTrue();
        assertThat(failed("The certificate request was cancelled by its owner").cancelled())
                .isFalse();
    }

    private static StackEvent failed(String reason) {
        return new StackEvent("1", Instant.EPOCH, "Thing", "thing-1", "AWS::EC2::VPC", "CREATE_FAILED", reason);
    }
}
