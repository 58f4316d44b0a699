package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.number;
import static dev.essha.cloud.aws.Facts.text;
import static dev.essha.cloud.aws.Facts.yes;

import dev.essha.inventory.Edge;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.globalaccelerator.GlobalAcceleratorClient;
import software.amazon.awssdk.services.globalaccelerator.model.Accelerator;
import software.amazon.awssdk.services.globalaccelerator.model.EndpointDescription;
import software.amazon.awssdk.services.globalaccelerator.model.EndpointGroup;
import software.amazon.awssdk.services.globalaccelerator.model.Listener;
import software.amazon.awssdk.services.globalaccelerator.model.PortRange;

/** AWS Global Accelerator, down to the health of its endpoints. */
final class AcceleratorLookups {

    private final AwsClients clients;

    AcceleratorLookups(AwsClients clients) {
        this.clients = clients;
    }

    Optional<Edge.Accelerator> accelerator(String arn) {
        return Existing.find(() -> api().describeAccelerator(r -> r.acceleratorArn(arn)))
                .map(answer -> accelerator(answer.accelerator()));
    }

    private Edge.Accelerator accelerator(Accelerator seen) {
        List<Listener> listeners =
                api().listListenersPaginator(r -> r.acceleratorArn(seen.acceleratorArn())).listeners().stream()
                        .toList();
        return new Edge.Accelerator(
                seen.acceleratorArn(),
                text(seen.name()),
                text(seen.dnsName()),
                yes(seen.enabled()),
                text(seen.statusAsString()),
                seen.ipSets().stream()
                        .flatMap(set -> set.ipAddresses().stream())
                        .sorted()
                        .toList(),
                ports(listeners),
                endpoints(listeners));
    }

    private static List<Integer> ports(List<Listener> listeners) {
        return listeners.stream()
                .flatMap(listener -> listener.portRanges().stream())
                .flatMapToInt(AcceleratorLookups::ports)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    private static IntStream ports(PortRange range) {
        return IntStream.rangeClosed(range.fromPort(), range.toPort());
    }

    private List<Edge.AcceleratorEndpoint> endpoints(List<Listener> listeners) {
        return listeners.stream()
                .flatMap(
                        listener -> api()
                                .listEndpointGroupsPaginator(r -> r.listenerArn(listener.listenerArn()))
                                .endpointGroups()
                                .stream())
                .flatMap(group -> group.endpointDescriptions().stream().map(seen -> endpoint(group, seen)))
                .distinct()
                .sorted(Comparator.comparing(Edge.AcceleratorEndpoint::id))
                .toList();
    }

    private static Edge.AcceleratorEndpoint endpoint(EndpointGroup group, EndpointDescription seen) {
        return new Edge.AcceleratorEndpoint(
                seen.endpointId(),
                group.endpointGroupRegion(),
                number(seen.weight()),
                yes(seen.clientIPPreservationEnabled()),
                text(seen.healthStateAsString()));
    }

    private GlobalAcceleratorClient api() {
        return clients.in(GlobalServices.ACCELERATOR).accelerator();
    }
}
