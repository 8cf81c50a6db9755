"""The library's work in the background."""

from verbund.media.leftovers import remove_leftovers
from verbund.media.renditions import make_renditions
from verbund.plugin.contributions import Job

jobs = (
    Job("renditions", make_renditions),
    Job("leftovers", remove_leftovers, cron="23 3 * * *"),
)
