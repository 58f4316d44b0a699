
certificate_record() { # STAGE: the record that its certificate waits for, once ACM has made it up; else nothing
  local arn
  arn=$(stack_aws "$1" cloudformation describe-stack-resource --stack-name "$(stack_of "$1")" --logical-resource-id Certificate \
    --query StackResourceDetail.PhysicalResourceId --output text 2>/dev/null) || return 0
  case $arn in
    arn:*)
      stack_aws "$1" acm describe-certificate --certificate-arn "$arn" --output text \
        --query "Certificate.DomainValidationOptions[?ValidationStatus=='PENDING_VALIDATION'].ResourceRecord | [0].[Name,Type,Value]" \
        2>/dev/null || true
      ;;
  esac
}

show_certificate_record() { # STAGE
  local record
  while :; do
    record=$(certificate_record "$1")
    case $record in
      "" | None*) sleep 5 >/dev/null 2>&1 ;;
      *)
        printf 'Add this record at the DNS provider; the deployment waits for it:\n  %s\n' "$record"
        return
        ;;
    esac
  done
}

deploy_with_certificate() { # like deploy; shows the record to add in the meantime
  local watcher
  show_certificate_record "$1" &
  watcher=$!
  # shellcheck disable=SC2064 # its process id as it is now
  trap "kill $watcher 2>/dev/null || true" EXIT
  deploy "$@"
  kill "$watcher" 2>/dev/null || true
  trap - EXIT
}
