"""Support's work in the background."""

from verbund.plugin.contributions import Job
from verbund.support.domain.logins import clean_up

jobs = (Job("clean_up", clean_up, cron="*/5 * * * *"),)
