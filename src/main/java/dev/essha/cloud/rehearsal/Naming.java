package dev.essha.cloud.rehearsal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in the forms of ids and attributes in {@link ResourceTypes}.
 *
 * @param seed hexadecimal digits that the made-up parts are cut from
 * @param physicalId empty while the id itself is made
 * @param version how often the resource was created or updated
 */
record Naming(
        Place place,
        String stackName,
        String logicalId,
        String seed,
        String physicalId,
        int version,
        Properties properties) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)(\\d*)(?::([A-Za-z.]+))?}");

    private static final String POSTGRESQL_PORT = "5432";

    String fill(String form) {
        return PLACEHOLDER
                .matcher(form)
                .replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), m.group(2), m.group(3))));
    }

    private String value(String kind, String length, String property) {
        return switch (kind) {
            case "hex" -> seed.substring(0, Integer.parseInt(length));
            case "HEX" -> seed.substring(0, Integer.parseInt(length)).toUpperCase(Locale.ROOT);
            case "uuid" -> Hash.uuid(seed);
            case "ip" -> Hash.address(length.isEmpty() ? seed : Hash.of(seed, length));
            case "id" -> physicalId;
            case "version" -> Integer.toString(version);
            case "partition" -> place.partition();
            case "region" -> place.region().value();
            case "account" -> place.account().value();
            case "suffix" -> place.suffix();
            case "cloudfront" -> place.cloudFrontSuffix();
            case "zone" -> place.loadBalancerZone();
            case "scope" -> properties.text("Scope").equals("CLOUDFRONT") ? "global" : "regional";
            case "port" -> given("Port", POSTGRESQL_PORT);
            case "property" -> properties.text(property);
            case "name" -> given(property, generated());
            case "lower" -> given(property, generated()).toLowerCase(Locale.ROOT);
            default -> throw new IllegalArgumentException("unknown placeholder " + kind);
        };
    }

    private String given(String property, String otherwise) {
        String given = properties.text(property);
        return given.isEmpty() ? otherwise : given;
    }

    /** CloudFormation's form for names that nobody gave. */
    private String generated() {
        return stackName + "-" + logicalId + "-" + seed.substring(0, 12).toUpperCase(Locale.ROOT);
    }
}
