"""The network's search: PostgreSQL alone, or Elasticsearch beside it."""

from verbund.settings.env import env_str

# Empty: PostgreSQL answers. Several nodes are parted by commas.
ELASTICSEARCH_URL = env_str("ELASTICSEARCH_URL", "")
ELASTICSEARCH_USER = env_str("ELASTICSEARCH_USER", "")
ELASTICSEARCH_PASSWORD = env_str("ELASTICSEARCH_PASSWORD", "")
ELASTICSEARCH_API_KEY = env_str("ELASTICSEARCH_API_KEY", "")
ELASTICSEARCH_CA_FILE = env_str("ELASTICSEARCH_CA_FILE", "")
# The name of the alias that is searched; two installations on one cluster need two.
ELASTICSEARCH_INDEX = env_str("ELASTICSEARCH_INDEX", "verbund")
