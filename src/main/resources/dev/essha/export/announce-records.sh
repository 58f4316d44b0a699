balancer=$(output edge LoadBalancerNames)
echo "Add these records at the DNS provider:"
echo "  {{domain}}. CNAME $balancer."
echo "  {{wildcard}}. CNAME $balancer."
