package dev.essha.blueprint.cfn;

import dev.essha.blueprint.cfn.Function.Join;
import dev.essha.blueprint.cfn.Function.Select;
import dev.essha.blueprint.cfn.Function.Split;
import dev.essha.blueprint.cfn.Function.Sub;
import java.util.Collection;
import java.util.Map;

/** Brings a template into the shape of CloudFormation's documents, intrinsic functions in their long form. */
final class TemplateWriter {

    private static final String FORMAT = "2010-09-09";

    String write(Template template) {
        Fields document = Fields.of("AWSTemplateFormatVersion", FORMAT)
                .with("Description", template.description())
                .when(!template.lintExceptions().isEmpty(), d -> d.with("Metadata", metadata(template)))
                .when(!template.parameters().isEmpty(), d -> d.with("Parameters", parameters(template)))
                .with("Resources", resources(template))
                .when(!template.outputs().isEmpty(), d -> d.with("Outputs", outputs(template)));
        return new Yaml(this::plain).write(document);
    }

    private static Fields metadata(Template template) {
        Fields reasons = Fields.none();
        for (Map.Entry<String, String> exception : template.lintExceptions().entrySet()) {
            reasons = reasons.with(exception.getKey(), exception.getValue());
        }
        Fields ignored =
                Fields.of("ignore_checks", texts(template.lintExceptions().keySet()));
        return Fields.of("cfn-lint", Fields.of("config", ignored)).with("LintExceptions", reasons);
    }

    private static Fields parameters(Template template) {
        Fields all = Fields.none();
        for (Map.Entry<String, Template.Parameter> p : template.parameters().entrySet()) {
            all = all.with(
                    p.getKey(),
                    Fields.of("Type", p.getValue().type())
                            .with("Description", p.getValue().description()));
        }
        return all;
    }

    private static Fields resources(Template template) {
        Fields all = Fields.none();
        for (Resource resource : template.resources()) {
            all = all.with(resource.logicalId(), resource(resource));
        }
        return all;
    }

    private static Fields resource(Resource resource) {
        Fields fields = Fields.of("Type", resource.type())
                .when(!resource.after().isEmpty(), f -> f.with("DependsOn", texts(resource.after())))
                .when(resource.fate().isPresent(), f -> fate(f, resource.fate().orElseThrow()));
        return resource.properties().isEmpty() ? fields : fields.with("Properties", resource.properties());
    }

    private static Fields fate(Fields fields, Resource.Fate fate) {
        return fields.with("DeletionPolicy", fate.deletion().text())
                .with("UpdateReplacePolicy", fate.replacement().text());
    }

    private static Fields outputs(Template template) {
        Fields all = Fields.none();
        for (Map.Entry<String, Value> output : template.outputs().entrySet()) {
            all = all.with(output.getKey(), Fields.of("Value", output.getValue()));
        }
        return all;
    }

    private Value plain(Value value) {
        return switch (value) {
            case Pseudo p -> Fields.of("Ref", p.inSub());
            case Ref r -> Fields.of("Ref", r.logicalName());
            case GetAtt a -> Fields.of("Fn::GetAtt", Value.texts(a.logicalId(), a.attribute()));
            case Sub s -> Fields.of("Fn::Sub", s.text());
            case Join j -> Fields.of("Fn::Join", Value.list(Value.text(j.separator()), j.values()));
            case Select s -> Fields.of("Fn::Select", Value.list(new Value.Number(s.index()), s.list()));
            case Split s -> Fields.of("Fn::Split", Value.list(Value.text(s.separator()), s.of()));
            case Value.Text t -> t;
            case Value.Number n -> n;
            case Value.Bool b -> b;
            case Value.Items i -> i;
            case Fields f -> f;
        };
    }

    private static Value texts(Collection<String> values) {
        return Value.list(values.stream().map(Value::text).toList());
    }
}
