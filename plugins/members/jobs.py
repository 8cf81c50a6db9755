"""What the worker does for the directory."""

from plugins.members.domain.confirmation import ask_all
from plugins.members.domain.importing.carrying_out import work
from plugins.members.domain.printed_lists import make_list
from plugins.members.domain.subscriptions import tell_all
from plugins.members.domain.upkeep import keep_up
from verbund.plugin import Job

jobs = (
    Job("print_list", make_list),
    Job("import_rows", work),
    Job("keep_up", keep_up, cron="20 3 * * *"),
    Job("ask", ask_all, cron="10 7 * * *"),
    Job("tell", tell_all, cron="40 6 * * 1"),
)
