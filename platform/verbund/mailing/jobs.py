"""Mail's work in the background."""

from verbund.mailing.domain.delivery import deliver
from verbund.plugin.contributions import Job

jobs = (Job("deliver", deliver, cron="* * * * *"),)
