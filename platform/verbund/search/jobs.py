"""What the search does by night."""

from verbund.plugin.contributions import Job

from .domain.words import refresh_words

jobs = (Job("refresh_words", refresh_words, cron="23 2 * * *", shared=True),)
