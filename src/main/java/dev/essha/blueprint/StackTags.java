package dev.essha.blueprint;

import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tags of stacks, which CloudFormation puts on everything in them.
 */
public final class StackTags {

    public static final String DEPLOYMENT = ResourceNames.DEPLOYMENT_TAG;
    public static final String STAGE = "ess-ha:stage";
    /**
     * The region of the deployment, on stacks that stand in another one. Deployments in several regions may have the same
     * name: what each of them has in the region that they share is told apart by this.
     */
    public static final String HOME = "ess-ha:region";

    /**
     * Major and minor version of the installer. Tags stand on every resource: with the patch version in them, each
     * release would change all of a running deployment for nothing.
     */
    public static final String VERSION = "ess-ha:version";

    private StackTags() {}

    static SortedMap<String, String> of(Plan plan, StageId stage) {
        SortedMap<String, String> tags = new TreeMap<>(plan.tags());
        tags.put(DEPLOYMENT, plan.name().value());
        tags.put(STAGE, stage.label());
        tags.put(VERSION, Version.current().feature());
        return Collections.unmodifiableSortedMap(tags);
    }
}
