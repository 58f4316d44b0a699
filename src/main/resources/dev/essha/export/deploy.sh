#!/usr/bin/env bash
# Deploys {{deployment}} from the templates beside it with the aws command alone. Running it again updates what changed.
#   deploy.sh          deploys every stage, in order
#   deploy.sh names    prints what the domain's records lead to
# AWS_PROFILE and the other variables of the aws command apply; AWS_ENDPOINT_URL names another endpoint.
# Runs with the bash 3.2 of macOS, too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v aws >/dev/null || { echo "deploy: the aws command is not installed" >&2; exit 2; }
prefix={{prefix}}
export AWS_REGION={{region}} AWS_DEFAULT_REGION={{region}} AWS_PAGER=

{{aws}}
stack_status() { # STAGE: nothing where there is no stack
  stack_aws "$1" cloudformation describe-stacks --stack-name "$(stack_of "$1")" \
    --query "Stacks[0].StackStatus" --output text 2>/dev/null || true
}

parameters=()

parameter() { # NAME VALUE: for the next stage
  parameters+=("$1=$2")
}

input() { # STAGE KEY: an output of an earlier stage, for the next one
  local value
  value=$(output "$1" "$2")
  parameter "$2" "$value"
}

deploy() { # STAGE TAG=VALUE ...
  local stage=$1
  shift
  echo "== $stage"
  set -- --tags "$@"
  [ ${#parameters[@]} -eq 0 ] || set -- --parameter-overrides "${parameters[@]}" "$@"
  parameters=()
  # A creation that fails keeps what was made, and the next run goes on from there; a failed update is rolled back.
  case $(stack_status "$stage") in
    "" | REVIEW_IN_PROGRESS | CREATE_FAILED) set -- --disable-rollback "$@" ;;
  esac
  stack_aws "$stage" cloudformation deploy --stack-name "$(stack_of "$stage")" --template-file "cloudformation/$stage.yaml" \
    --capabilities CAPABILITY_NAMED_IAM --no-fail-on-empty-changeset "$@"
}

protect() { # STAGE: its stack refuses to be deleted until asked to allow it
  stack_aws "$1" cloudformation update-termination-protection --enable-termination-protection \
    --stack-name "$(stack_of "$1")" >/dev/null
}

if [ "${1:-}" = names ]; then
  output {{front-stage}} {{front-names}} | tr , '\n'
  echo
  exit
fi
{{preparation}}{{stages}}
