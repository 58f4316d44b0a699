package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Reference;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Template;
import dev.essha.blueprint.cfn.TemplateBuilder;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import dev.essha.plan.ResourceNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stack while its stage describes it: the plan goes in, resources are added, outputs taken and delivered. */
final class StackDraft {

    private final StageId id;
    private final Plan plan;
    private RegionName region;
    private String name;
    private final TemplateBuilder template;
    private final SortedSet<Output> inputs = new TreeSet<>();
    private final SortedSet<Output> outputs = new TreeSet<>();
    private final SortedSet<Lookup> lookups = new TreeSet<>();

    StackDraft(StageId id, Plan plan) {
        this.id = id;
        this.plan = plan;
        this.region = plan.region();
        this.name = names().stack(id.label());
        this.template = new TemplateBuilder("ESS deployment " + plan.name() + ", " + id.label());
    }

    Plan plan() {
        return plan;
    }

    ResourceNames names() {
        return new ResourceNames(plan.name());
    }

    /** Puts the stack elsewhere than into the plan's region, under a name that no deployment of another region has. */
    void standIn(RegionName region) {
        this.region = region;
        this.name = region.equals(plan.region())
                ? names().stack(id.label())
                : names().stackAbroad(id.label(), plan.region());
    }

    /**
     * Gives the stack another name than its stage's. A plan whose stage comes to another name gets another stack: the old
     * one serves until the new one does, and is removed last.
     */
    void callIt(String stage) {
        this.name = names().stack(stage);
    }

    ResourceRef add(Resource resource) {
        return template.add(resource);
    }

    /** A rule of cfn-lint that does not hold in this stack, and why. */
    void lintException(String rule, String reason) {
        template.lintException(rule, reason);
    }

    /**
     * What an earlier stage delivers, as a parameter of this stack. A list where {@link Output#parameterType()} is one.
     *
     * @throws IllegalArgumentException if this stage is not among the output's consumers
     */
    Reference input(Output output) {
        if (!output.consumers().contains(id)) {
            throw new IllegalArgumentException(id + " does not consume " + output);
        }
        inputs.add(output);
        String origin = "Output of the stack " + output.producer().label();
        return template.parameter(output.key(), output.parameterType(), origin);
    }

    /** What is found in the account, as a parameter of this stack. */
    Reference input(Lookup lookup) {
        lookups.add(lookup);
        return template.parameter(lookup.key(), lookup.parameterType(), "Looked up in the account");
    }

    /**
     * Hands a value to later stages.
     *
     * @throws IllegalArgumentException if the output is another stage's
     */
    void deliver(Output output, Value value) {
        if (output.producer() != id) {
            throw new IllegalArgumentException(id + " does not produce " + output);
        }
        template.output(output.key(), value);
        outputs.add(output);
    }

    /** Hands a list of values to later stages, comma-separated. */
    void deliver(Output output, List<? extends Value> values) {
        deliver(output, Value.join(",", values));
    }

    Work.Stack finish() {
        Template done = template.build();
        List<Work.Resource> resources = resources(done);
        return new Work.Stack(
                region,
                name,
                done.render(),
                Collections.unmodifiableSortedSet(inputs),
                Collections.unmodifiableSortedSet(outputs),
                tags(),
                resources,
                resources.stream().anyMatch(Work.Resource::stateful),
                Collections.unmodifiableSortedSet(lookups));
    }

    private SortedMap<String, String> tags() {
        SortedMap<String, String> tags = new TreeMap<>(StackTags.of(plan, id));
        if (!region.equals(plan.region())) {
            tags.put(StackTags.HOME, plan.region().value());
        }
        return Collections.unmodifiableSortedMap(tags);
    }

    private static List<Work.Resource> resources(Template template) {
        List<Work.Resource> resources = new ArrayList<>();
        for (Resource r : template.resources()) {
            Set<String> needs = new TreeSet<>(r.needs());
            needs.removeAll(template.parameters().keySet());
            resources.add(new Work.Resource(r.logicalId(), r.type(), needs, r.isStateful()));
        }
        return resources;
    }
}
