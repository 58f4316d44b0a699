package dev.essha.blueprint.cfn;

/** A resource that stands in a template. Only {@link TemplateBuilder#add} makes one. */
public final class ResourceRef {

    private final String logicalId;

    ResourceRef(String logicalId) {
        this.logicalId = logicalId;
    }

    public String logicalId() {
        return logicalId;
    }

    /** Its name or id, whichever {@code Ref} answers for its type. */
    public Reference ref() {
        return new Ref(logicalId);
    }

    /** One of its attributes, {@code Arn}, {@code Endpoint.Address}; cfn-lint knows which there are. */
    public Reference att(String attribute) {
        return new GetAtt(logicalId, attribute);
    }
}
