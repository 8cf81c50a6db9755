"""The operators' console: at every other host it is not there."""

from tests.accounts.matrix.lines import NOBODY, Area, line

AREA = Area(
    "Betrieb",
    (
        line(
            "Alle Auftritte sehen und führen (nur der Betrieb, nur in seinem eigenen Auftritt)",
            NOBODY,
            "console:overview",
            "console:site",
            "console:act",
            "console:domains",
            "console:domain_check",
            "console:domain_act",
            "console:drafts",
            "console:draft",
            "console:step",
            "console:recipe",
            "console:preview",
            "console:preview_style",
            "console:take_back",
            "console:drop",
            "console:networks",
            "console:log",
        ),
    ),
)
