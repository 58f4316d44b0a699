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
  authorities=$(curl -fsS {{authorities}})
fi
kubectl create configmap postgres-ca --namespace "$namespace" --from-literal=ca.pem="$authorities" \
  --dry-run=client -o yaml | apply

endpoints=$(output database DatabaseEndpoints)
masters=$(output database DatabaseMasterSecretArns)
port=$(output database DatabasePort)
{{readers}}tls="sslmode=verify-full&sslrootcert={{ca-file}}"

part() { # LIST N: the N-th of what commas separate
  printf %s "$1" | cut -d , -f "$2"
}

postgres() { # NAME-OF-SERVICE ID-OF-SECRET [N]: its database, which is on the N-th server
  local server
  server=$(part "$endpoints" "${3:-1}"):$port
  secret "$2" | jq -r --arg key "$1" --arg server "$server" --arg tls "$tls" \
    '"\($key)_JDBC_URL=jdbc:postgresql://\($server)/\(.dbname)?\($tls)",
     "\($key)_USERNAME=\(.username)", "\($key)_PASSWORD=\(.password)"'
}

{{reader}}master() { # PREFIX N: who may create databases on the N-th server
  local host arn
  host=$(part "$endpoints" "$2")
  arn=$(part "$masters" "$2")
  secret "$arn" | jq -r --arg prefix "$1" --arg host "$host" \
    '"\($prefix)PGHOST=\($host)", "\($prefix)PGUSER=\(.username)", "\($prefix)PGPASSWORD=\(.password)"'
}

# Collected first: what cannot be read completely is not put into the cluster at all.
entries=$(
  set -e
{{postgres}}
)
printf '%s\n' "$entries" | into_cluster postgres-credentials

entries=$(
  set -e
{{masters}}
)
printf '%s\n' "PGPORT=$port" "$entries" | into_cluster postgres-master

arn=$(output messaging KafkaClusterArn)
brokers=$(aws_ kafka get-bootstrap-brokers --cluster-arn "$arn" --query {{brokers}} --output text)
{{kafka}}
