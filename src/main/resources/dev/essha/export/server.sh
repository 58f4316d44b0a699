server() { # HOST USER PASSWORD: of everything below, up to the next
  PGHOST=$1 PGUSER=$2 PGPASSWORD=$3
  export PGHOST PGUSER PGPASSWORD
}
