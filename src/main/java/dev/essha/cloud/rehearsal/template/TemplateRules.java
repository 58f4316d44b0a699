package dev.essha.cloud.rehearsal.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What CloudFormation checks of a template before it makes a change set. */
public final class TemplateRules {

    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::NoValue",
            "AWS::NotificationARNs",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    private final Template template;
    private final Types types;

    private TemplateRules(Template template, Types types) {
        this.template = template;
        this.types = types;
    }

    /** @throws dev.essha.cloud.CloudException with the first thing that is wrong, in CloudFormation's words */
    public static void check(Template template, Types types) {
        TemplateRules rules = new TemplateRules(template, types);
        rules.checkTypes();
        rules.checkReferences(
                "Resources",
                template.resources().values().stream()
                        .map(Template.Resource::properties)
                        .toList());
        rules.checkReferences("Outputs", List.copyOf(template.outputs().values()));
        rules.checkDependsOn();
        Dependencies.of(template).order();
    }

    private void checkTypes() {
        Set<String> unknown = new TreeSet<>();
        template.resources().values().stream()
                .map(Template.Resource::type)
                .filter(t -> !types.knows(t))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw Refusal.of("Template format error: Unrecognized resource types: " + unknown);
        }
    }

    private void checkReferences(String block, List<?> nodes) {
        Set<String> unresolved = new TreeSet<>();
        for (Object node : nodes) {
            References references = References.in(node);
            references.names().stream().filter(n -> !isKnown(n)).forEach(unresolved::add);
            references.attributes().forEach(this::checkAttribute);
        }
        refuseUnresolved(unresolved, block);
    }

    private boolean isKnown(String name) {
        return PSEUDO.contains(name)
                || template.parameters().containsKey(name)
                || template.resources().containsKey(name);
    }

    private void checkAttribute(Intrinsic.Attribute attribute) {
        Template.Resource resource = template.resources().get(attribute.logicalId());
        if (resource == null) {
            throw Refusal.of(
                    "Template error: instance of Fn::GetAtt references undefined resource " + attribute.logicalId());
        }
        if (!types.hasAttribute(resource.type(), attribute.name())) {
            throw Refusal.of("Template error: resource " + attribute.logicalId() + " does not support attribute type "
                    + attribute.name() + " in Fn::GetAtt");
        }
    }

    private void checkDependsOn() {
        Map<String, Template.Resource> resources = template.resources();
        Set<String> unresolved = new TreeSet<>();
        resources.values().forEach(r -> unresolved.addAll(r.dependsOn()));
        unresolved.removeAll(resources.keySet());
        refuseUnresolved(unresolved, "Resources");
    }

    private static void refuseUnresolved(Set<String> unresolved, String block) {
        if (!unresolved.isEmpty()) {
            throw Refusal.of("Template format error: Unresolved resource dependencies " + unresolved + " in the "
                    + block + " block of the template");
        }
    }
}
