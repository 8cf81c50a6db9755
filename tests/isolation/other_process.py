"""A second process of the installation that answers requests, as a second server would."""

import os
import sys


def main() -> None:
    """For each host on standard input: the status of its home page on standard output."""
    import django
    from django.conf import settings
    from django.test import Client

    django.setup()
    # The tests' own is long; this process reads the registry as often as a server does.
    settings.VERBUND_REGISTRY_MAX_AGE = float(os.environ["MAX_AGE"])
    for line in sys.stdin:
        response = Client().get("/impressum/", headers={"host": line.strip()})
        print(response.status_code, flush=True)


if __name__ == "__main__":
    main()
