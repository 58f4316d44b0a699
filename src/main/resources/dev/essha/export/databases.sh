{{server}}database() { # NAME PASSWORD
  printf '%s\n%s\n' "$2" "$2" | psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 -v name="$1" -f /databases/database.sql
}
{{databases}}
