"""Uses the token of IAM Identity Center that stands in the shared cache, as every tool on botocore does.

    python sso_client.py PROFILE

prints the token, when it ends and the key of the profile's role as JSON. HOME and AWS_ENDPOINT_URL_* say where.
"""

import json
import sys

from botocore.session import Session
from botocore.tokens import SSOTokenProvider


def main(profile):
    session = Session(profile=profile)
    token = SSOTokenProvider(session).load_token().get_frozen_token()
    credentials = session.get_credentials().get_frozen_credentials()
    print(json.dumps({"token": token.token, "ends": token.expiration.isoformat(), "key": credentials.access_key}))


if __name__ == "__main__":
    main(sys.argv[1])
