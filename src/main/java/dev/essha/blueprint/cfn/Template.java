package dev.essha.blueprint.cfn;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template: its parts in the order in which they are written.
 *
 * @param description one line for the console
 * @param lintExceptions cfn-lint rules that do not hold in this template, each with the reason
 * @param parameters by name
 * @param outputs by name
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">Limits</a>
 */
public record Template(
        String description,
        Map<String, String> lintExceptions,
        Map<String, Parameter> parameters,
        List<Resource> resources,
        Map<String, Value> outputs) {

    /** What CloudFormation accepts without a bucket to upload to, in bytes. */
    public static final int LARGEST_BODY = 51_200;

    /** @param type {@code AWS::EC2::VPC::Id}, {@code String}, ... */
    public record Parameter(String type, String description) {}

    public Template {
        lintExceptions = Collections.unmodifiableMap(new LinkedHashMap<>(lintExceptions));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        resources = List.copyOf(resources);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /**
     * The template as CloudFormation reads it. The same template gives the same bytes.
     *
     * @throws IllegalStateException if it is larger than {@link #LARGEST_BODY}
     */
    public String render() {
        String body = new TemplateWriter().write(this);
        int size = body.getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST_BODY) {
            throw new IllegalStateException(size + " bytes, CloudFormation accepts " + LARGEST_BODY);
        }
        return body;
    }
}
