"""Forgetting by night."""

from verbund.plugin.contributions import Job
from verbund.privacy.domain.keeping import forget

jobs = (Job("forget", forget, cron="47 3 * * *"),)
