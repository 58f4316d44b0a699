"""An AWS account for tests: moto, extended until it can hold a whole deployment. See README.md."""
