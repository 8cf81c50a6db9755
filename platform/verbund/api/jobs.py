"""The API's work by night."""

from verbund.api.domain.answers import forget_answers
from verbund.plugin.contributions import Job

jobs = (Job("forget_answers", forget_answers, cron="41 3 * * *"),)
