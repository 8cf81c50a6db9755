"""Settings of the tests: the project's own, quicker where it does not matter."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "tests-only-" * 5)
os.environ.setdefault("VERBUND_SCHEME", "http")
os.environ.setdefault("VERBUND_PORT", "80")

from verbund.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Set here and not in a test: storage reads it once (django-tenants caches it too).
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="verbund-media-"))
STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
# Static files from where they lie: nothing is collected for a test.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
VERBUND_MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
# Long: this process's own changes expire its copy at once, and counts of queries stay literal.
VERBUND_REGISTRY_MAX_AGE = 3600.0
