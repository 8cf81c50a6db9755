"""What the search does by night."""

from verbund.plugin.contributions import Job

from .domain.reconciling import reconcile, tidy
from .domain.words import refresh_words

jobs = (
    Job("refresh_words", refresh_words, cron="23 2 * * *", shared=True),
    Job("tidy", tidy, cron="3 3 * * *", shared=True),
    Job("reconcile", reconcile, cron="17 3 * * *"),
)
