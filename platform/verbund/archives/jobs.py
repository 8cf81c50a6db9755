"""What is done with sites by night."""

from verbund.archives.domain.deleting import delete_due
from verbund.plugin.contributions import Job

jobs = (Job("delete_due", delete_due, cron="41 4 * * *", shared=True),)
