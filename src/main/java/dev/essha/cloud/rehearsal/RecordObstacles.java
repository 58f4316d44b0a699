package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Offer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why Route 53 would refuse a record, in its words.
 *
 * @param publicZones those that are in the account without a stack
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html">ChangeResourceRecordSets</a>
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html">Values
 *     for weighted records</a>
 */
record RecordObstacles(List<Offer.HostedZone> publicZones) {

    /** CloudFront's own zone, and Global Accelerator's: the same in every account. */
    private static final String OF_DISTRIBUTIONS = "Z2FDTNDATAQYW2";

    private static final String OF_DISTRIBUTIONS_IN_CHINA = "Z3RFFRIM2A3IF5";
    private static final String OF_ACCELERATORS = "Z2BJ6XQ5FK7U4H";

    /** A zone as far as records depend on it. */
    private record Zone(String id, String name, boolean isPrivate) {}

    Optional<String> to(Live made, List<Live> standing) {
        if (!made.is(HostedRecords.RECORD)) {
            return Optional.empty();
        }
        String zoneId = made.properties().text("HostedZoneId");
        return zones(standing)
                .filter(z -> z.id().equals(zoneId))
                .findFirst()
                .map(zone -> in(zone, made, standing))
                .orElse(Optional.of("No hosted zone found with ID: " + zoneId));
    }

    private Stream<Zone> zones(List<Live> standing) {
        return Stream.concat(
                publicZones.stream().map(z -> new Zone(z.id(), z.name(), z.isPrivate())),
                standing.stream()
                        .filter(live -> live.is(HostedRecords.ZONE))
                        .map(live -> new Zone(
                                live.physicalId(),
                                DnsNames.bare(live.properties().text("Name")),
                                HostedRecords.isPrivate(live))));
    }

    private static Optional<String> in(Zone zone, Live made, List<Live> standing) {
        Properties record = made.properties();
        String name = name(record);
        String type = record.text("Type");
        if (!DnsNames.isAtOrBelow(name, zone.name())) {
            return Optional.of("RRSet with DNS name %s. is not permitted in zone %s.".formatted(name, zone.name()));
        }
        if (type.equals("CNAME") && name.equals(zone.name())) {
            return Optional.of("RRSet of type CNAME with DNS name %s. is not permitted at apex in zone %s."
                    .formatted(name, zone.name()));
        }
        return standing.stream()
                .filter(other -> other.is(HostedRecords.RECORD) && !made.isInPlaceOf(other))
                .map(Live::properties)
                .filter(other -> other.text("HostedZoneId").equals(zone.id()))
                .filter(other -> name(other).equals(name))
                .flatMap(other -> beside(record, other, zone).stream())
                .findFirst()
                .or(() -> alias(zone, record, standing));
    }

    private static Optional<String> beside(Properties record, Properties other, Zone zone) {
        String type = record.text("Type");
        String otherType = other.text("Type");
        if (type.equals(otherType)) {
            return besideItsLike(record, other);
        }
        boolean clash = type.equals("CNAME") || otherType.equals("CNAME");
        return clash ? Optional.of(clash(name(record), type, zone)) : Optional.empty();
    }

    private static Optional<String> besideItsLike(Properties record, Properties other) {
        String what = "RRSet with DNS name %s., type %s".formatted(name(record), record.text("Type"));
        String set = record.text("SetIdentifier");
        String otherSet = other.text("SetIdentifier");
        if (set.equals(otherSet)) {
            return Optional.of("Tried to create resource record set [name='%s.', type='%s'%s] but it already exists"
                    .formatted(
                            name(record), record.text("Type"), set.isEmpty() ? "" : ", set identifier='" + set + "'"));
        }
        if (set.isEmpty()) {
            return Optional.of(what + " cannot be created as other RRSets exist with the same name and type.");
        }
        return otherSet.isEmpty()
                ? Optional.of(what + ", SetIdentifier " + set
                        + " cannot be created as a non-weighted set exists with the same name and type.")
                : Optional.empty();
    }

    private static String clash(String name, String type, Zone zone) {
        return "RRSet of type %s with DNS name %s. is not permitted as it conflicts with other records with the same DNS name in zone %s."
                .formatted(type, name, zone.name());
    }

    /** An alias names the zone that its target's name is in; CloudFront's names are not for private zones. */
    private static Optional<String> alias(Zone zone, Properties record, List<Live> standing) {
        String target = DnsNames.bare(record.text("AliasTarget.DNSName"));
        String targetZone = record.text("AliasTarget.HostedZoneId");
        boolean fits = targetZone.equals(zone.id())
                ? isRecordOf(zone.id(), target, record.text("Type"), standing)
                : zoneOf(target, standing).equals(targetZone);
        boolean wrong = !target.isEmpty() && (!fits || zone.isPrivate() && targetZone.equals(OF_DISTRIBUTIONS));
        return wrong
                ? Optional.of(
                        "Tried to create an alias that targets %s., type %s in zone %s, but the alias target name does not lie within the target zone"
                                .formatted(target, record.text("Type"), targetZone))
                : Optional.empty();
    }

    private static boolean isRecordOf(String zoneId, String target, String type, List<Live> standing) {
        return standing.stream()
                .filter(live -> live.is(HostedRecords.RECORD))
                .map(Live::properties)
                .anyMatch(other -> other.text("HostedZoneId").equals(zoneId)
                        && other.text("Type").equals(type)
                        && name(other).equals(target));
    }

    private static String zoneOf(String target, List<Live> standing) {
        if (target.endsWith(".cloudfront.net")) {
            return OF_DISTRIBUTIONS;
        }
        if (target.endsWith(".cloudfront.cn")) {
            return OF_DISTRIBUTIONS_IN_CHINA;
        }
        if (target.endsWith(".awsglobalaccelerator.com")) {
            return OF_ACCELERATORS;
        }
        return standing.stream()
                .filter(live -> live.is(EdgeView.LOAD_BALANCER))
                .filter(live -> DnsNames.bare(live.attribute("DNSName")).equals(target))
                .map(live -> live.attribute("CanonicalHostedZoneID"))
                .findFirst()
                .orElse("");
    }

    private static String name(Properties record) {
        return DnsNames.bare(record.text("Name"));
    }
}
