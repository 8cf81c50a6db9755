"""The network's search."""

from verbund.settings.env import env_str

ELASTICSEARCH_URL = env_str("ELASTICSEARCH_URL", "")
