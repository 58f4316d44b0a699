
# AWS's own list of the addresses from which CloudFront asks origins.
cloudfront_prefix_list=$(aws_ ec2 describe-managed-prefix-lists --output text \
  --filters Name=prefix-list-name,Values=com.amazonaws.global.cloudfront.origin-facing \
  --query 'PrefixLists[0].PrefixListId')
case $cloudfront_prefix_list in
  pl-*) ;;
  *)
    echo "deploy: $AWS_REGION has no list of CloudFront's addresses" >&2
    exit 1
    ;;
esac
