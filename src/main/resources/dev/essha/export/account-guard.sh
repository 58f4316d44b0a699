
account=$(aws_ sts get-caller-identity --query Account --output text)
if [ "$account" != {{account}} ]; then
  echo "deploy: signed in to account $account, but the plan is for {{account}}" >&2
  exit 4
fi
