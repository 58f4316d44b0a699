# Version 1 of the aws command ignores AWS_ENDPOINT_URL for some services.
aws_() {
  if [ -n "${AWS_ENDPOINT_URL:-}" ]; then aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; else aws "$@"; fi
}

output() { # STAGE KEY: what a stage's stack hands on
  local value
  value=$(aws_ cloudformation describe-stacks --stack-name "$prefix-$1" \
    --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" --output text)
  if [ -z "$value" ] || [ "$value" = None ]; then
    echo "the stack $prefix-$1 has no output $2" >&2
    return 1
  fi
  printf %s "$value"
}
