package dev.essha.cloud.rehearsal.template;

/** The resource types that the account offers. */
public interface Types {

    boolean knows(String type);

    /** Whether resources of a known type have an attribute for GetAtt. */
    boolean hasAttribute(String type, String attribute);
}
