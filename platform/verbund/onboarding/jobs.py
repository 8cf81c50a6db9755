"""Makes new sites in the background."""

from verbund.onboarding.domain.drafts import make_site, make_waiting
from verbund.plugin.contributions import Job

jobs = (
    # Making a schema commits on its way: no transaction may stand around it.
    Job("make_site", make_site, atomic=False),
    Job("make_waiting", make_waiting, cron="* * * * *", atomic=False),
)
