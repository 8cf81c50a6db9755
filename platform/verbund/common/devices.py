"""A browser and its machine in words that their owner knows: "Firefox, Windows"."""

from django.utils.translation import gettext as _

# The first that occurs: many browsers name several others, for old times' sake.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device_words(user_agent: str) -> str:
    """At most two names; "unknown device" where nothing is known."""
    found = [
        next((words for sign, words in table if sign in user_agent), "")
        for table in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(filter(None, found)) or _("unknown device")
