"""Settings of the measured server: the tests', with one bare view beside the site's."""

from tests.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
VERBUND_REGISTRY_MAX_AGE = 1.0
