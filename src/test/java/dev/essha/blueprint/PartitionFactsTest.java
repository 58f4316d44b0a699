package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.DomainPlan;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.PlanChange;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every stage outside the commercial partition, held against what AWS says of the partition. */
class PartitionFactsTest {

    /** Pseudo parameters as CloudFormation answers them there. */
    enum Place {
        COMMERCIAL("eu-central-1", "aws", "amazonaws.com"),
        GOVCLOUD("us-gov-west-1", "aws-us-gov", "amazonaws.com"),
        CHINA("cn-north-1", "aws-cn", "amazonaws.com.cn");

        private final String region;
        private final String partition;
        private final String suffix;

        Place(String region, String partition, String suffix) {
            this.region = region;
            this.partition = partition;
            this.suffix = suffix;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyArnIsOfThePartition(Place place) {
        assertThat(found(place, "\\barn:[^:\\s]*:"))
                .isNotEmpty()
                .allMatch(arn -> arn.equals("arn:" + place.partition + ":"));
    }

    /** Most services have one name everywhere; in China EC2 and CloudWatch Logs do not. */
    @ParameterizedTest
    @EnumSource
    void everyServiceIsNamedAsThePartitionKnowsIt(Place place) {
        String own = place == Place.CHINA ? "amazonaws.com.cn" : "amazonaws.com";

        assertThat(found(place, "(?<=\\sService: )\\S+|(?<=\\sService:\\n)\\s*Fn::Sub: \\S+"))
                .extracting(s -> s.replaceAll(".*\\s", ""))
                .containsExactlyInAnyOrder(
                        "ec2." + own,
                        "eks.amazonaws.com",
                        "logs." + place.region + "." + own,
                        "monitoring.rds.amazonaws.com",
                        "pods.eks.amazonaws.com",
                        "vpc-flow-logs.amazonaws.com");
    }

    @ParameterizedTest
    @EnumSource
    void theKeyServesThePartitionsOwnServices(Place place) {
        assertThat(found(place, "(?<=kms:ViaService:\\n)\\s*Fn::Sub: \\S+"))
                .extracting(s -> s.replaceAll(".*\\s", ""))
                .containsExactlyInAnyOrder(
                        "s3." + place.region + "." + place.suffix,
                        "secretsmanager." + place.region + "." + place.suffix);
    }

    /** China turns its suffix round for some services, and has no endpoint of Elastic Load Balancing. */
    @ParameterizedTest
    @EnumSource
    void everyEndpointHasTheNameThatEc2KnowsIt(Place place) {
        String own = (place == Place.CHINA ? "cn." : "") + "com.amazonaws." + place.region + ".";
        String common = "com.amazonaws." + place.region + ".";
        Stream<String> expected = Stream.concat(
                Stream.of("autoscaling", "ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "sts")
                        .map(own::concat),
                Stream.of("logs", "s3", "secretsmanager").map(common::concat));
        List<String> balancing = place == Place.CHINA ? List.of() : List.of(common + "elasticloadbalancing");

        assertThat(found(place, "\\S*com\\.amazonaws\\.\\S+"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(expected, balancing.stream()).toList());
    }

    /** The authority has one name in every region. */
    @ParameterizedTest
    @EnumSource
    void theDatabaseShowsACertificateOfTheRegionsAuthority(Place place) {
        assertThat(found(place, "rds-ca-\\S+")).containsExactly("rds-ca-rsa2048-g1");
    }

    @ParameterizedTest
    @EnumSource
    void theCertificateManagerIsInstalledWhereEksOffersIt(Place place) {
        TreeSet<String> addons = found(place, "(?<=AddonName: )\\S+");

        assertThat(addons).contains("coredns", "eks-pod-identity-agent", "kube-proxy", "vpc-cni");
        assertThat(addons.contains("cert-manager")).isEqualTo(place == Place.COMMERCIAL);
    }

    /** Everything in all templates that matches, once. */
    private static TreeSet<String> found(Place place, String pattern) {
        TreeSet<String> found = new TreeSet<>();
        templates(place)
                .forEach(t -> Pattern.compile(pattern).matcher(t).results().forEach(m -> found.add(m.group())));
        return found;
    }

    private static List<String> templates(Place place) {
        StagePlans plan = new StagePlans();
        plan.dns = DomainPlan.Dns.ELSEWHERE;
        plan.change = p -> PlanChange.inRegion(PlanChange.egress(p, Egress.NONE), place.region);
        return Blueprint.of(plan.plan()).stages().stream()
                .map(Stage::work)
                .flatMap(w -> w instanceof Work.Stack stack ? Stream.of(stack.templateBody()) : Stream.empty())
                .map(body -> resolved(body, place))
                .toList();
    }

    /** Without quotes: some texts have them, and some have not. */
    private static String resolved(String body, Place place) {
        return body.replace("'", "")
                .replace("${AWS::Partition}", place.partition)
                .replace("${AWS::Region}", place.region)
                .replace("${AWS::URLSuffix}", place.suffix);
    }
}
