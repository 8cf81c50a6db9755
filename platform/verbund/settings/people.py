"""How long what is known of the people who work in the admin is kept."""

from verbund.settings.env import env_int

# Lines of the log of who did what, in days.
VERBUND_JOURNAL_DAYS = env_int("VERBUND_JOURNAL_DAYS", 365)
