"""What the plugin *Aktuelles* adds beside pages: topics."""

from tests.accounts.matrix.lines import ADMINS, PUBLISHERS, STAFF, Area, line

TOPIC, CHOOSER = "wagtailsnippets_news_topic:{}", "wagtailsnippetchoosers_news_topic:{}"

AREA = Area(
    "Themen (Erweiterung Aktuelles)",
    (
        line(
            "Ein Thema auswählen",
            STAFF,
            *(
                CHOOSER.format(name)
                for name in ("choose", "choose_results", "chosen", "chosen_multiple")
            ),
        ),
        line(
            "Themen ansehen, anlegen, ändern und übersetzen",
            PUBLISHERS,
            *(
                TOPIC.format(name)
                for name in (
                    "list",
                    "list_results",
                    "add",
                    "edit",
                    "usage",
                    "history",
                    "history_results",
                )
            ),
            "simple_translation:submit_snippet_translation",
        ),
        line(
            "Ein Thema löschen",
            ADMINS,
            TOPIC.format("delete"),
            "wagtail_bulk_action(news.topic.delete)",
        ),
    ),
)
