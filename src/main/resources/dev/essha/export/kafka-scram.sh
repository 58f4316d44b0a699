entries=$(secret {{secret}} | jq -r '"KAFKA_USERNAME=\(.username)", "KAFKA_PASSWORD=\(.password)"')
printf '%s\n' "KAFKA_BOOTSTRAP_SERVERS=$brokers" "$entries" | into_cluster kafka-credentials
