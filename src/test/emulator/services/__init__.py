"""Native API calls that moto lacks, each on the back end moto already has."""
