package dev.essha.cloud.rehearsal;

import dev.essha.cloud.TypicalTimes;
import dev.essha.inventory.Edge.HostedRecord;
import dev.essha.plan.DnsRecord;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The records by which ACM knows the owner of a domain. A name and its wildcard share one.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html">DNS validation</a>
 */
final class ValidationRecords {

    static final String CERTIFICATE = "AWS::CertificateManager::Certificate";
    private static final int TTL_SECONDS = 300;

    private ValidationRecords() {}

    static List<DnsRecord> of(Live certificate) {
        return names(certificate)
                .map(n -> n.startsWith("*.") ? n.substring(2) : n)
                .distinct()
                .map(ValidationRecords::record)
                .toList();
    }

    /** The records of a certificate in DNS; none before they are added. */
    static Stream<HostedRecord> visible(Live certificate, Instant now) {
        return now.isBefore(addedAt(certificate))
                ? Stream.empty()
                : of(certificate).stream().map(r -> new HostedRecord(r.name(), r.type(), List.of(r.value()), ""));
    }

    /** The domain of a certificate and its further names. */
    static Stream<String> names(Live certificate) {
        return Stream.concat(
                        Stream.of(certificate.properties().text("DomainName")),
                        certificate.properties().texts("SubjectAlternativeNames").stream())
                .map(DnsNames::bare)
                .distinct();
    }

    /** Whether CloudFormation adds the record, as it is told the hosted zone. */
    static boolean addedByCloudFormation(Properties certificate) {
        return certificate.objects("DomainValidationOptions").stream()
                .anyMatch(o -> !o.text("HostedZoneId").isEmpty());
    }

    /** When the record is there: ACM then takes its typical time to see it. */
    private static Instant addedAt(Live certificate) {
        return certificate.since().minus(TypicalTimes.creation(CERTIFICATE));
    }

    private static DnsRecord record(String domain) {
        String hash = Hash.of("acm", domain);
        String value = "_%s.%s.acm-validations.aws".formatted(hash.substring(32), hash.substring(0, 10));
        return new DnsRecord("_" + hash.substring(0, 32) + "." + domain, "CNAME", value, TTL_SECONDS);
    }
}
