"""The clock's part: what held too long is free again, old baskets go."""

from plugins.resources.domain.baskets import drop_old_baskets
from plugins.resources.domain.booking import release_expired
from verbund.plugin import Job

jobs = (
    Job("release_expired", release_expired, cron="*/10 * * * *"),
    Job("drop_old_baskets", drop_old_baskets, cron="40 3 * * *"),
)
