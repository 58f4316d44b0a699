package dev.essha.pipeline;

import dev.essha.cloud.Resolver;
import dev.essha.inventory.DnsAnswer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a name leads to where clients come in: by an alias, or by nothing but addresses of it, which is how a provider
 * answers at the apex of a zone.
 */
final class LeadsTo {

    private static final String CLOUDFRONT = ".cloudfront.net";

    private final Resolver resolver;
    private final List<String> targets;
    /** All that were ever seen: load balancers change theirs, and not everybody gets the same ones. */
    private final Set<String> addresses = new HashSet<>();

    LeadsTo(Resolver resolver, List<String> targets) {
        this.resolver = resolver;
        this.targets = targets;
    }

    boolean from(String name) {
        if (lookUp(name, "CNAME").values().stream().anyMatch(this::isTarget)) {
            return true;
        }
        DnsAnswer address = lookUp(name, "A");
        return address.chain().stream().anyMatch(this::isTarget)
                || (!address.values().isEmpty() && allOurs(address.values()));
    }

    private boolean isTarget(String name) {
        return targets.stream().anyMatch(name::equalsIgnoreCase);
    }

    private boolean allOurs(List<String> seen) {
        targets.forEach(t -> addresses.addAll(lookUp(t, "A").values()));
        return seen.stream().allMatch(address -> addresses.contains(address) || isOfGateway(address));
    }

    /**
     * CloudFront answers everybody with addresses near them, so those that a provider was given need not be among ours. Any
     * of them serves the distribution that has the name, and CloudFront gives a name to one distribution only. Its addresses
     * bear its name.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html">CloudFront, alternate
     *     domain names</a>
     */
    private boolean isOfGateway(String address) {
        return targets.stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).endsWith(CLOUDFRONT))
                && lookUp(reversed(address), "PTR").values().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""))
                        .anyMatch(name -> name.endsWith(CLOUDFRONT));
    }

    private static String reversed(String address) {
        return String.join(".", List.of(address.split("\\.")).reversed()) + ".in-addr.arpa";
    }

    private DnsAnswer lookUp(String name, String type) {
        return resolver.lookUp(name, type);
    }
}
