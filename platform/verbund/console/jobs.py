"""What the console does in the background."""

from verbund.console.domain.facts import collect
from verbund.plugin.contributions import Job
from verbund.tenancy.domain.domains import check_claims

jobs = (
    Job("collect", collect, cron="*/10 * * * *"),
    Job("check_all_claims", check_claims, cron="*/10 * * * *", shared=True),
    Job("check_claims", check_claims),
)
