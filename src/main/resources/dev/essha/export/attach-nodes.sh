cluster=$(output compute ClusterName)
target_groups=$(output edge TargetGroupArns | tr , ' ')
node_groups=$(aws_ eks list-nodegroups --cluster-name "$cluster" --query 'nodegroups[]' --output text)
for node_group in $node_groups; do
  scaling_groups=$(aws_ eks describe-nodegroup --cluster-name "$cluster" --nodegroup-name "$node_group" \
    --query 'nodegroup.resources.autoScalingGroups[].name' --output text)
  for scaling_group in $scaling_groups; do
    # shellcheck disable=SC2086 # one argument for each
    aws_ autoscaling attach-load-balancer-target-groups --auto-scaling-group-name "$scaling_group" \
      --target-group-arns $target_groups
  done
done
