package dev.essha.blueprint;

import dev.essha.plan.Plan;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.plan.RegionName;
import java.util.ArrayList;
import java.util.List;

/** One choice about the architecture, with all that can be chosen: the goldens are rendered for every combination. */
enum Dimension {
    PRESET(new Option("proof-of-concept"), new Option("production")),
    ZONES(
            new Option("3-zones", "network.zones: [us-west-2a, us-west-2b, us-west-2c]"),
            new Option("4-zones", "network.zones: [us-west-2a, us-west-2b, us-west-2c, us-west-2d]")),
    EGRESS(
            new Option("nat-per-zone", "network.egress: nat-per-zone"),
            new Option("regional-nat", "network.egress: regional-nat"),
            new Option("no-egress", "network.egress: none")),
    LOAD_BALANCING(
            new Option("single", "edge.loadBalancing: single"),
            new Option("per-zone", "edge.loadBalancing: per-zone"),
            new Option("fronted", "edge.loadBalancing: fronted")),
    GATEWAY(new Option("no-gateway", "edge.gateway: none"), new Option("cloudfront", "edge.gateway: cloudfront")),
    DNS(
            new Option("route53", "domain.dns: route53"),
            new Option("apex", "domain.dns: route53", "domain.apex: true"),
            new Option("elsewhere", "domain.dns: elsewhere")),
    TOPOLOGY(
            new Option("instance", "database.topology: multi-az-instance"),
            new Option(
                    "cluster",
                    "database.topology: multi-az-cluster",
                    "database.instanceClass: db.m6gd.large",
                    "database.storageGiB: 100",
                    "database.maxStorageGiB: 100")),
    SHARING(
            new Option("shared", "database.sharing: shared"),
            new Option("per-service", "database.sharing: per-service"));

    /** A region that has four zones, and is not the one that CloudFront's certificates stand in. */
    private static final RegionName REGION = new RegionName("us-west-2");

    private final List<Option> options;

    Dimension(Option... options) {
        this.options = List.of(options);
    }

    /**
     * Something to choose.
     *
     * @param label as the goldens' names have it; that of no other option
     * @param settings of the plan, each with its path
     */
    record Option(String label, List<String> settings) {

        Option(String label, String... settings) {
            this(label, List.of(settings));
        }
    }

    List<Option> options() {
        return options;
    }

    /** Every combination, in the order of the dimensions, whether a plan can have it or not. */
    static List<List<Option>> cross() {
        List<List<Option>> cross = List.of(List.of());
        for (Dimension dimension : values()) {
            cross = cross.stream()
                    .flatMap(some -> dimension.options.stream().map(option -> with(some, option)))
                    .toList();
        }
        return cross;
    }

    /** The plan file with what was chosen, an option of each dimension. */
    static PlanFile file(List<Option> chosen) {
        PlanFile file = preset(chosen.getFirst().label());
        for (Option option : chosen) {
            file = changed(file, option.settings());
        }
        return file;
    }

    /** A preset's file by its label. */
    static PlanFile preset(String label) {
        Plan plan = Preset.labelled(label).orElseThrow().plan(Preset.DEFAULT_NAME, REGION, Preset.DEFAULT_DOMAIN);
        return PlanFile.of(plan);
    }

    /** @param settings {@code path: value} each */
    static PlanFile changed(PlanFile file, List<String> settings) {
        PlanFile changed = file;
        for (String setting : settings) {
            int colon = setting.indexOf(": ");
            changed = changed.with(setting.substring(0, colon), setting.substring(colon + 2));
        }
        return changed;
    }

    private static List<Option> with(List<Option> some, Option one) {
        List<Option> more = new ArrayList<>(some);
        more.add(one);
        return List.copyOf(more);
    }
}
