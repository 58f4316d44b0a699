left_over() { # REGION STACK ...: what stands there of the deployment and is none of these
  local region=$1 all name home="!Tags[?Key=='ess-ha:region']"
  shift
  # Deployments of this name in other regions have stacks there, too: those say whose they are.
  [ "$region" = '{{region}}' ] || home="Tags[?Key=='ess-ha:region' && Value=='{{region}}']"
  if ! all=$(aws_ --region "$region" cloudformation describe-stacks --output text \
    --query "Stacks[?Tags[?Key=='ess-ha:deployment' && Value=='{{deployment}}'] && $home].StackName" 2>/dev/null); then
    echo "deploy: the stacks in $region could not be listed; look there yourself for what is left over" >&2
    return
  fi
  for name in $all; do
    case " $* " in
      *" $name "*) ;;
      *) [ "$name" = None ] || echo "  $name in $region" ;;
    esac
  done
}
left=$(
{{regions}}
)
if [ -n "$left" ]; then
  echo "These stacks of {{deployment}} are not part of this bundle. They served an earlier shape, and were left as they are:"
  printf '%s\n' "$left"
  echo "{{settle}} seconds after the records last changed nobody is led there any more; then"
  echo "ess-ha install plan.yaml removes them, and says first what goes."
fi
