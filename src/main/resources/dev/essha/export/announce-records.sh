front=$(output {{front-stage}} {{front-names}})
echo "Add these records at the DNS provider:"
echo "  {{domain}}. {{kind}} $front."
echo "  {{wildcard}}. CNAME $front."
{{apex}}