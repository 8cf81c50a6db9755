"""The clock's part: what held too long is free again, old baskets go; queue, reminders."""

from plugins.resources.domain.baskets import drop_old_baskets
from plugins.resources.domain.booking import release_expired
from plugins.resources.domain.overdue import remind
from plugins.resources.domain.waiting import move_up
from verbund.plugin import Job

jobs = (
    Job("release_expired", release_expired, cron="*/10 * * * *"),
    Job("move_up", move_up, cron="*/5 * * * *"),
    Job("remind", remind, cron="0 9 * * *"),
    Job("drop_old_baskets", drop_old_baskets, cron="40 3 * * *"),
)
