package dev.essha.blueprint;

import dev.essha.plan.DomainName;
import dev.essha.plan.EssService;
import dev.essha.plan.RegionName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a stage does: a CloudFormation stack, or one of the small idempotent steps that CloudFormation cannot do. */
public sealed interface Work {

    /** The outputs of earlier stages that it needs. */
    SortedSet<Output> inputs();

    /**
     * A stack.
     *
     * @param region where it stands: the plan's, but for what AWS keeps in one place for all regions
     * @param name of the stack
     * @param templateBody the whole template, YAML, below CloudFormation's limit of 51,200 bytes
     * @param inputs become parameters under {@link Output#key()}
     * @param outputs what the stack must deliver
     * @param tags on the stack, and so on everything in it
     * @param resources every resource in it, in the order of the template
     * @param terminationProtection whether the stack refuses to be deleted until asked to allow it
     * @param lookups become parameters under {@link Lookup#key()}, with what is found in the account
     */
    record Stack(
            RegionName region,
            String name,
            String templateBody,
            SortedSet<Output> inputs,
            SortedSet<Output> outputs,
            SortedMap<String, String> tags,
            List<Resource> resources,
            boolean terminationProtection,
            SortedSet<Lookup> lookups)
            implements Work {

        public Stack {
            resources = List.copyOf(resources);
        }
    }

    /**
     * A resource of a stack.
     *
     * @param logicalId name in the template
     * @param type {@code AWS::RDS::DBInstance}
     * @param dependsOn logical ids of the resources in the same stack that have to stand before it
     * @param stateful whether its loss loses data, keys or passwords: it is replaced or removed only if named
     */
    record Resource(String logicalId, String type, Set<String> dependsOn, boolean stateful) {

        public Resource {
            dependsOn = Set.copyOf(dependsOn);
        }
    }

    /** Puts the auto scaling groups of the cluster's nodes behind the target groups. */
    record AttachNodes(SortedSet<Output> inputs) implements Work {}

    /**
     * Tags the VPC and the subnets that are there already, and changes nothing else about them.
     *
     * @param ids of the VPC and the subnets
     */
    record Adopt(List<String> ids, SortedMap<String, String> tags) implements Work {

        public Adopt {
            ids = List.copyOf(ids);
        }

        @Override
        public SortedSet<Output> inputs() {
            return Collections.emptySortedSet();
        }
    }

    /**
     * Shows a person the records to add where DNS is elsewhere, and waits for them.
     *
     * @param domain the names are this and its wildcard (R8)
     * @param apex whether the domain cannot have a CNAME
     * @param target the input that says what both names lead to
     */
    record AnnounceRecords(DomainName domain, boolean apex, Output target) implements Work {

        /** What kind of record the domain itself gets. */
        public String domainType() {
            return NameRecords.typeElsewhere(apex);
        }

        @Override
        public SortedSet<Output> inputs() {
            return Collections.unmodifiableSortedSet(new TreeSet<>(Set.of(target)));
        }
    }

    /**
     * Removes the stacks of the deployment that no stage of the plan has any more, once nothing leads to them.
     *
     * @param regions where such stacks may stand
     * @param kept names of the stacks that the plan has, by region
     * @param settleSeconds how long after the last change of the records somebody may still come the old way
     */
    record CleanUp(List<RegionName> regions, Map<RegionName, Set<String>> kept, int settleSeconds) implements Work {

        public CleanUp {
            regions = List.copyOf(regions);
            kept = Map.copyOf(kept);
        }

        @Override
        public SortedSet<Output> inputs() {
            return Collections.emptySortedSet();
        }
    }

    /**
     * Writes down what a person needs to put ESS on top.
     *
     * @param services those with a logical database to create
     */
    record HandOver(List<EssService> services, SortedSet<Output> inputs) implements Work {

        public HandOver {
            services = List.copyOf(services);
        }
    }
}
