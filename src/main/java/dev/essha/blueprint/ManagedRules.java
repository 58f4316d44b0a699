package dev.essha.blueprint;

import dev.essha.wording.Labels;
import java.util.List;

/**
 * The groups of rules of AWS's own that guard the gateway, and the rules in them that only count. A Solid server keeps what
 * people write, under names that they choose, and speaks in URLs; what these rules take for an attack is its daily work:
 *
 * <ul>
 *   <li>bodies of any size and content are somebody's data: an essay about an attack, or a page with a script, is none;
 *   <li>resources have any name, {@code notes.conf} included, at any depth, so paths and extensions mean nothing;
 *   <li>sign-in and queries have WebIDs, client identifiers and addresses to return to in their parameters, which are URLs
 *       (also of {@code localhost}, while an app is developed), in angle brackets where RDF is asked for, and long;
 *   <li>servers that fetch a WebID often say no {@code User-Agent}.
 * </ul>
 *
 * Counted requests are in the log with the rule's name. What stays blocked: scanners, patterns in paths, headers and cookies
 * of which no Solid client has use.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html">The rules</a>
 * @see <a href="https://solidproject.org/TR/protocol">Solid protocol</a>
 */
enum ManagedRules {
    IP_REPUTATION("AWSManagedRulesAmazonIpReputationList"),
    KNOWN_BAD_INPUTS(
            "AWSManagedRulesKnownBadInputsRuleSet", "JavaDeserializationRCE_BODY", "Log4JRCE_BODY", "ReactJSRCE_BODY"),
    COMMON(
            "AWSManagedRulesCommonRuleSet",
            "NoUserAgent_HEADER",
            "SizeRestrictions_QUERYSTRING",
            "SizeRestrictions_BODY",
            "SizeRestrictions_URIPATH",
            "EC2MetaDataSSRF_BODY",
            "EC2MetaDataSSRF_QUERYARGUMENTS",
            "GenericLFI_BODY",
            "RestrictedExtensions_URIPATH",
            "RestrictedExtensions_QUERYARGUMENTS",
            "GenericRFI_QUERYARGUMENTS",
            "GenericRFI_BODY",
            "CrossSiteScripting_QUERYARGUMENTS",
            "CrossSiteScripting_BODY");

    private final String vendorName;
    private final List<String> counted;

    ManagedRules(String vendorName, String... counted) {
        this.vendorName = vendorName;
        this.counted = List.of(counted);
    }

    /** Its name with AWS. */
    String vendorName() {
        return vendorName;
    }

    /** The rules in it that count and let pass. */
    List<String> counted() {
        return counted;
    }

    /** {@code known-bad-inputs}, in the web ACL and its metrics. */
    String label() {
        return Labels.of(this);
    }
}
