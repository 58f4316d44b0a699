printf '%s\n' "KAFKA_BOOTSTRAP_SERVERS=$brokers" | into_cluster kafka-credentials
