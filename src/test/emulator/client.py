"""boto3 clients of an endpoint on loopback, with dummy credentials and nothing of the caller's AWS set-up."""
import gc
import os

import boto3
import frugal
from botocore.config import Config

gc.disable()  # a script is over before that pays
frugal.install()
os.environ.update(AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull, AWS_EC2_METADATA_DISABLED="true")


def maker(endpoint, region):
    """A function from the name of a service to its client."""

    def client(service):
        return boto3.client(
            service,
            endpoint_url=endpoint,
            region_name=region,
            aws_access_key_id="testing",
            aws_secret_access_key="testing",
            config=Config(retries={"max_attempts": 0}, s3={"addressing_style": "path"}),
        )

    return client
