"""What the worker does for the directory."""

from plugins.members.domain.printed_lists import make_list
from plugins.members.domain.upkeep import keep_up
from verbund.plugin import Job

jobs = (
    Job("print_list", make_list),
    Job("keep_up", keep_up, cron="20 3 * * *"),
)
