
closest_zone() { # DOMAIN: the id of its public hosted zone, or of that of its closest parent
  local name=$1 ids
  while case $name in *.*) true ;; *) false ;; esac; do
    ids=$(aws_ route53 list-hosted-zones-by-name --dns-name "$name." --output text \
      --query "HostedZones[?Name=='$name.' && !(Config.PrivateZone)].Id") || return 1
    case $ids in
      "" | None) name=${name#*.} ;;
      *[[:space:]]*)
        echo "deploy: $name has several public hosted zones; name one in domain.hostedZoneId of the plan" >&2
        return 1
        ;;
      *)
        printf %s "${ids##*/}"
        return
        ;;
    esac
  done
  echo "deploy: there is no public hosted zone for $1 in this account" >&2
  return 1
}

hosted_zone=$(closest_zone {{domain}})
