"""The plugin of the tests; docs/roles.md leaves it out."""

from tests.accounts.matrix.lines import NOBODY, OF_THE_TESTS, STAFF, YES, Area, line, who

KIND, CHOOSER = "wagtailsnippets_dummy_kind:{}", "wagtailsnippetchoosers_dummy_kind:{}"
KEEPERS = who(admin=YES, editor=YES, samples=YES)

AREA = Area(
    f"Proben {OF_THE_TESTS}",
    (
        line(
            "Eine Art auswählen",
            STAFF,
            *(
                CHOOSER.format(name)
                for name in ("choose", "choose_results", "chosen", "chosen_multiple")
            ),
        ),
        line(
            "Arten ansehen und ändern",
            KEEPERS,
            *(
                KIND.format(name)
                for name in ("list", "list_results", "edit", "usage", "history", "history_results")
            ),
            "dummy_admin:hello",
        ),
        line(
            "Eine Art anlegen",
            who(admin=YES, editor=YES),
            KIND.format("add"),
            KIND.format("copy"),
        ),
        line(
            "Eine Art löschen (dieses Recht gibt niemand)",
            NOBODY,
            KIND.format("delete"),
            "wagtail_bulk_action(dummy.kind.delete)",
        ),
    ),
)
