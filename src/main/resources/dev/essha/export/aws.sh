# Version 1 of the aws command ignores AWS_ENDPOINT_URL for some services.
aws_() {
  if [ -n "${AWS_ENDPOINT_URL:-}" ]; then aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; else aws "$@"; fi
}

stack_of() { # STAGE: the name of its stack
  case $1 in
{{other-names}}    *) printf %s "$prefix-$1" ;;
  esac
}

region_of() { # STAGE: where its stack stands
  case $1 in
{{other-regions}}    *) printf %s "$AWS_REGION" ;;
  esac
}

stack_aws() { # STAGE SERVICE COMMAND ...: where the stage's stack stands
  local region
  region=$(region_of "$1")
  shift
  aws_ --region "$region" "$@"
}

output() { # STAGE KEY: what a stage's stack hands on
  local value
  value=$(stack_aws "$1" cloudformation describe-stacks --stack-name "$(stack_of "$1")" \
    --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" --output text)
  if [ -z "$value" ] || [ "$value" = None ]; then
    echo "the stack $(stack_of "$1") has no output $2" >&2
    return 1
  fi
  printf %s "$value"
}
