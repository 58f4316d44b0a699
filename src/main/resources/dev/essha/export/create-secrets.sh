#!/usr/bin/env bash
# Puts what the overlays of ESS read into the cluster: the secrets postgres-credentials and kafka-credentials, the config
# map postgres-ca; and postgres-master, for the job that creates the databases: delete it when the job is done.
# Passwords go from Secrets Manager to the cluster through pipes: no file and no argument ever holds one.
# Needs aws, jq, kubectl, and curl unless POSTGRES_CA names a file with the certificate authorities of Amazon RDS.
# AWS_PROFILE and the other variables of the aws command apply.
set -euo pipefail
for tool in aws jq kubectl; do
  command -v "$tool" >/dev/null || { echo "create-secrets: $tool is not installed" >&2; exit 2; }
done
cd "$(dirname "${BASH_SOURCE[0]}")"
prefix={{prefix}}
namespace={{namespace}}
export AWS_REGION={{region}} AWS_DEFAULT_REGION={{region}} AWS_PAGER=

{{aws}}
secret() { # ID
  aws_ secretsmanager get-secret-value --secret-id "$1" --query SecretString --output text
}

apply() {
  kubectl apply --server-side -f -
}

into_cluster() { # NAME; KEY=value lines on standard input
  kubectl create secret generic "$1" --namespace "$namespace" --from-env-file=/dev/stdin --dry-run=client -o yaml | apply
}

# A kubeconfig of its own: whatever context is current, the secrets go to this cluster.
KUBECONFIG=$(mktemp)
export KUBECONFIG
trap 'rm -f "$KUBECONFIG"' EXIT
cluster=$(output compute ClusterName)
aws_ eks update-kubeconfig --name "$cluster" >/dev/null
apply <namespace.yaml

# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
if [ -n "${POSTGRES_CA:-}" ]; then
  authorities=$(cat "$POSTGRES_CA")
else
  authorities=$(curl -fsS https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem)
fi
kubectl create configmap postgres-ca --namespace "$namespace" --from-literal=ca.pem="$authorities" \
  --dry-run=client -o yaml | apply

host=$(output database DatabaseEndpoint)
port=$(output database DatabasePort)
tls="sslmode=verify-full&sslrootcert={{ca-file}}"

postgres() { # NAME-OF-SERVICE ID-OF-SECRET
  secret "$2" | jq -r --arg key "$1" --arg server "$host:$port" --arg tls "$tls" \
    '"\($key)_JDBC_URL=jdbc:postgresql://\($server)/\(.dbname)?\($tls)",
     "\($key)_USERNAME=\(.username)", "\($key)_PASSWORD=\(.password)"'
}

# Collected first: what cannot be read completely is not put into the cluster at all.
entries=$(
  set -e
{{postgres}}
)
printf '%s\n' "$entries" | into_cluster postgres-credentials

arn=$(output database DatabaseMasterSecretArn)
entries=$(secret "$arn" | jq -r '"PGUSER=\(.username)", "PGPASSWORD=\(.password)"')
printf '%s\n' "PGHOST=$host" "PGPORT=$port" "$entries" | into_cluster postgres-master

arn=$(output messaging KafkaClusterArn)
brokers=$(aws_ kafka get-bootstrap-brokers --cluster-arn "$arn" --query {{brokers}} --output text)
{{kafka}}
