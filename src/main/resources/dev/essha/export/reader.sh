reader() { # NAME-OF-SERVICE NAME-OF-DATABASE [N]: where the readers of the N-th cluster answer
  local server
  server=$(part "$readers" "${3:-1}"):$port
  echo "$1_READER_JDBC_URL=jdbc:postgresql://$server/$2?$tls"
}

