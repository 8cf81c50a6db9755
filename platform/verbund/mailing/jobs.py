"""Mail's work in the background."""

from verbund.mailing.domain.delivery import deliver, forget
from verbund.plugin.contributions import Job

jobs = (
    Job("deliver", deliver, cron="* * * * *"),
    Job("forget", forget, cron="41 3 * * *"),
)
