-- Owner and database of one service; variable name: that of both. Running it again changes nothing but the password,
-- which is set to what the secret says.
SELECT format('CREATE ROLE %I LOGIN', :'name')
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
-- Reads the password twice from standard input and sends a hash: no log, no statistics of statements ever shows it.
\password :name
-- The master user is no superuser: it may make a database only for a role that it can become, since PostgreSQL 16 not
-- even for one that it made itself.
GRANT :"name" TO CURRENT_USER;
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
-- Services that share a server do not share their data.
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
