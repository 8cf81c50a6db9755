"""How long what is known of the people who work in the admin is kept."""

from verbund.settings.env import env_int

# Lines of the log of who did what, in days.
VERBUND_JOURNAL_DAYS = env_int("VERBUND_JOURNAL_DAYS", 365)
# Accounts in which nobody has ever logged in, and invitations that are over.
VERBUND_UNUSED_DAYS = env_int("VERBUND_UNUSED_DAYS", 30)
# Accounts in which nobody has logged in for long: after so many days a first mail …
VERBUND_IDLE_DAYS = env_int("VERBUND_IDLE_DAYS", 365)
# … after so many more a second one, and after as many again the account goes.
VERBUND_IDLE_NOTICE_DAYS = env_int("VERBUND_IDLE_NOTICE_DAYS", 30)
