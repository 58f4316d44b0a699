package dev.essha.blueprint;

/**
 * The Kubernetes service accounts whose pods get an AWS role, through EKS Pod Identity. A pod gets the role by running
 * under that name in that namespace; nothing has to be annotated.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html">EKS Pod Identity</a>
 */
public enum ServiceAccount {
    /** The services of ESS that keep content in the bucket. */
    STORAGE("ess", "ess-storage"),
    /** Every other service of ESS; has a role only where Kafka's clients prove themselves by theirs. */
    SERVICES("ess", "ess-services"),
    /** External Secrets Operator, under the name that its chart gives it: turns the deployment's secrets into Kubernetes'. */
    SECRETS("external-secrets", "external-secrets"),
    /** The network plug-in. */
    NETWORK("kube-system", "aws-node");

    private final String namespace;
    private final String account;

    ServiceAccount(String namespace, String account) {
        this.namespace = namespace;
        this.account = account;
    }

    public String namespace() {
        return namespace;
    }

    /** Its name within the namespace. */
    public String account() {
        return account;
    }
}
