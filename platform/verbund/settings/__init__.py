"""All settings; a file a concern, the environment read in env.py alone."""

from verbund.settings.accounts import *  # noqa: F403
from verbund.settings.apps import *  # noqa: F403
from verbund.settings.backup import *  # noqa: F403
from verbund.settings.cache import *  # noqa: F403
from verbund.settings.database import *  # noqa: F403
from verbund.settings.env import DATA_DIR, DEMO, ROOT
from verbund.settings.i18n import *  # noqa: F403
from verbund.settings.logging import *  # noqa: F403
from verbund.settings.mail import *  # noqa: F403
from verbund.settings.media import *  # noqa: F403
from verbund.settings.people import *  # noqa: F403
from verbund.settings.search import *  # noqa: F403
from verbund.settings.security import *  # noqa: F403
from verbund.settings.templates import *  # noqa: F403
from verbund.settings.wagtail import *  # noqa: F403

VERBUND_ROOT = ROOT
VERBUND_DATA_DIR = DATA_DIR
VERBUND_DEMO = DEMO
# How long a process may answer from its copy of the registry of tenants, in seconds.
VERBUND_REGISTRY_MAX_AGE = 1.0
