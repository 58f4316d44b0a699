package dev.essha.cloud.aws;

import dev.essha.inventory.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Security groups and who they let in. */
final class SecurityGroupLookups {

    private static final int LAST_PORT = 65_535;
    private static final int ALL_PORTS = -1;

    private final AwsClients clients;

    SecurityGroupLookups(AwsClients clients) {
        this.clients = clients;
    }

    List<Network.SecurityGroup> inVpc(String vpcId) {
        return matching("vpc-id", vpcId)
                .map(SecurityGroupLookups::securityGroup)
                .sorted(Comparator.comparing(Network.SecurityGroup::id))
                .toList();
    }

    /** The groups that a filter of EC2 finds, as EC2 describes them. */
    Stream<SecurityGroup> matching(String filter, String value) {
        Filter only = Filter.builder().name(filter).values(value).build();
        return clients.ec2().describeSecurityGroupsPaginator(r -> r.filters(only)).securityGroups().stream();
    }

    private static Network.SecurityGroup securityGroup(SecurityGroup group) {
        return new Network.SecurityGroup(
                group.groupId(),
                group.groupName(),
                group.ipPermissions().stream()
                        .flatMap(SecurityGroupLookups::rules)
                        .sorted(Comparator.comparing(Network.SecurityRule::peer)
                                .thenComparing(Network.SecurityRule::fromPort))
                        .toList(),
                Facts.tags(group.tags(), Tag::key, Tag::value));
    }

    /** EC2 puts all peers of one range of ports together; each of them is a rule. */
    private static Stream<Network.SecurityRule> rules(IpPermission permission) {
        int from = port(permission.fromPort(), 0);
        int to = port(permission.toPort(), LAST_PORT);
        return peers(permission).map(peer -> new Network.SecurityRule(permission.ipProtocol(), from, to, peer));
    }

    /** Without ports, or with -1 for ICMP, it is all of them. */
    private static int port(Integer given, int otherwise) {
        return Optional.ofNullable(given).filter(port -> port != ALL_PORTS).orElse(otherwise);
    }

    private static Stream<String> peers(IpPermission permission) {
        return Stream.of(
                        permission.ipRanges().stream().map(IpRange::cidrIp),
                        permission.ipv6Ranges().stream().map(Ipv6Range::cidrIpv6),
                        permission.prefixListIds().stream().map(PrefixListId::prefixListId),
                        permission.userIdGroupPairs().stream().map(UserIdGroupPair::groupId))
                .flatMap(peers -> peers);
    }
}
