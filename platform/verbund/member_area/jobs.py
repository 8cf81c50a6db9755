"""The member area's work in the background."""

from verbund.member_area.domain.accounts import clean_up
from verbund.member_area.domain.login import send_link
from verbund.plugin.contributions import Job

jobs = (
    Job("send_link", send_link),
    Job("clean_up", clean_up, cron="27 3 * * *"),
)
