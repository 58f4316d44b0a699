package dev.essha.cloud.rehearsal.template;

/** What names mean while a template is resolved. */
public interface Scope {

    /** The value of a parameter (a list for list types), a pseudo parameter, or the physical id of a resource. */
    Object ref(String name);

    /** The value of a resource's attribute. */
    Object attribute(String logicalId, String name);
}
