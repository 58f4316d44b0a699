package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.inventory.Edge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Global Accelerator's answers as its protocol writes them. */
class AcceleratorLookupsTest {

    private static final String ARN = "arn:aws:globalaccelerator::111122223333:accelerator/1234";

    private static final Map<String, String> ANSWERS = Map.of(
            "DescribeAccelerator",
            """
            {"Accelerator": {"AcceleratorArn": "%s", "Name": "ess-demo", "Enabled": true, "Status": "DEPLOYED",
             "IpAddressType": "IPV4", "DnsName": "a1234.awsglobalaccelerator.com",
             "IpSets": [{"IpAddressFamily": "IPv4", "IpAddresses": ["192.0.2.2", "192.0.2.1"]}]}}
            """.formatted(ARN),
            "ListListeners",
            """
            {"Listeners": [
              {"ListenerArn": "%1$s/listener/b", "Protocol": "TCP", "PortRanges": [{"FromPort": 8443, "ToPort": 8444}]},
              {"ListenerArn": "%1$s/listener/a", "Protocol": "TCP", "PortRanges": [{"FromPort": 443, "ToPort": 443}]}]}
            """.formatted(ARN),
            "ListEndpointGroups a",
            """
            {"EndpointGroups": [{"EndpointGroupRegion": "eu-central-1", "EndpointDescriptions": [
              {"EndpointId": "arn:lb-2", "Weight": 128, "HealthState": "UNHEALTHY", "ClientIPPreservationEnabled": true},
              {"EndpointId": "arn:lb-1", "Weight": 128, "HealthState": "HEALTHY", "ClientIPPreservationEnabled": true}]}]}
            """,
            "ListEndpointGroups b",
            "{\"EndpointGroups\": []}");

    private final Set<String> regions = ConcurrentHashMap.newKeySet();
    private WireServer.Answer failure;

    @RegisterExtension
    private final WireCloud wire = new WireCloud(this::answer);

    @Test
    void theAcceleratorIsSeenWithItsListenersAndEndpoints() {
        assertThat(wire.cloud().lookups().accelerator(ARN))
                .hasValue(new Edge.Accelerator(
                        ARN,
                        "ess-demo",
                        "a1234.awsglobalaccelerator.com",
                        true,
                        "DEPLOYED",
                        List.of("192.0.2.1", "192.0.2.2"),
                        List.of(443, 8443, 8444),
                        List.of(
                                new Edge.AcceleratorEndpoint("arn:lb-1", "eu-central-1", 128, true, "HEALTHY"),
                                new Edge.AcceleratorEndpoint("arn:lb-2", "eu-central-1", 128, true, "UNHEALTHY"))));
    }

    @Test
    void itIsAskedInOregonWhateverTheRegion() {
        wire.cloud().lookups().accelerator(ARN);

        assertThat(regions).containsExactly("us-west-2");
    }

    @Test
    void oneThatDoesNotExistIsAnEmptyAnswer() {
        failure = new WireServer.Answer(400, "{\"__type\": \"AcceleratorNotFoundException\", \"Message\": \"gone\"}");

        assertThat(wire.cloud().lookups().accelerator(ARN)).isEmpty();
    }

    @Test
    void aDenialNamesThePermission() {
        failure = new WireServer.Answer(400, """
            {"__type": "AccessDeniedException", "Message": "User: arn:aws:iam::111122223333:user/me is not authorized to \
            perform: globalaccelerator:DescribeAccelerator on resource: *"}\
            """);

        CloudFailure seen = catchThrowableOfType(
                        CloudException.class, () -> wire.cloud().lookups().accelerator(ARN))
                .failure();

        assertThat(seen)
                .isInstanceOfSatisfying(
                        CloudFailure.Denied.class,
                        denied -> assertThat(denied.action()).isEqualTo("globalaccelerator:DescribeAccelerator"));
    }

    private WireServer.Answer answer(WireServer.Request request) {
        regions.add(request.region());
        if (failure != null) {
            return failure;
        }
        String listener = request.action().equals("ListEndpointGroups")
                ? request.body().replaceFirst(".*/listener/([ab]).*", " $1")
                : "";
        return new WireServer.Answer(200, ANSWERS.get(request.action() + listener));
    }
}
