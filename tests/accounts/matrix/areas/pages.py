"""Writing, reviewing and publishing pages."""

from tests.accounts.matrix.lines import (
    NOBODY,
    OF_THE_TESTS,
    OWN,
    PUBLISHERS,
    STAFF,
    YES,
    Area,
    line,
    who,
)

# "Own" is what somebody wrote herself and is not public yet; for the role of a plugin it is
# whatever lies below the plugin's main page.
WRITERS = who(admin=YES, editor=YES, author=OWN, samples=OWN)
UNLOCKERS = who(admin=YES, editor=YES, author=OWN, keeper=OWN, lending=OWN, samples=OWN)
BEGINNERS = who(admin=YES, editor=YES, author=YES, samples=OWN)
RELEASERS = who(admin=YES, editor=YES, samples=OWN)
REPORTERS = who(admin=YES, editor=YES, keeper=OWN, lending=OWN, samples=OWN)
ADD, PREVIEW = "wagtailadmin_pages:add({})", "wagtailadmin_pages:preview_on_add({})"
WRITTEN = ("pages.standardpage", "news.newspage", "news.pressreleasepage")
MADE_BY_THE_PLATFORM = (
    "wagtailcore.page",
    "pages.homepage",
    "pages.legalpage",
    "news.newsindexpage",
    "members.directorypage",
    "resources.resourcespage",
    "dummy.dummyindexpage",
)

AREA = Area(
    "Seiten und Meldungen",
    (
        line(
            "Den Seitenbaum und die Liste der Meldungen ansehen, suchen, auf Seiten verweisen",
            STAFF,
            "wagtailadmin_explore_root",
            "wagtailadmin_explore",
            "wagtailadmin_explore_results",
            "wagtailadmin_pages:search",
            "wagtailadmin_pages:search_results",
            "wagtailadmin_pages:choose_parent",
            "wagtailadmin_pages:revisions_index",
            "wagtailadmin_api:pages:listing",
            "wagtailadmin_choose_page",
            "wagtailadmin_choose_page_child",
            "wagtailadmin_choose_page_search",
            "wagtailadmin_choose_page_chosen_multiple",
            "wagtailadmin_choose_page_external_link",
            "wagtailadmin_choose_page_email_link",
            "wagtailadmin_choose_page_phone_link",
            "wagtailadmin_choose_page_anchor_link",
            "wagtailadmin_tag_autocomplete",
            "wagtailadmin_tag_model_autocomplete",
            "wagtailadmin_block_preview",
            "wagtailadmin_editing_sessions:release",
            "news_admin:items",
            "news_admin:items_results",
        ),
        line(
            "Angaben zu einer Seite, auch zu einer fremden",
            BEGINNERS,
            "wagtailadmin_api:pages:detail",
            "wagtailadmin_api:pages:find",
        ),
        line(
            "Eine Seite oder Meldung beginnen",
            who(admin=YES, editor=YES, author=YES),
            *(ADD.format(kind) for kind in WRITTEN),
            *(PREVIEW.format(kind) for kind in WRITTEN),
        ),
        line("Wählen, was für eine Seite man beginnt", BEGINNERS, "wagtailadmin_pages:add_subpage"),
        line(
            f"Eine Probe beginnen {OF_THE_TESTS}",
            who(admin=YES, editor=YES, author=YES, samples=YES),
            ADD.format("dummy.dummypage"),
            PREVIEW.format("dummy.dummypage"),
        ),
        line(
            "Startseiten, Rechtliches und Hauptseiten anlegen (macht die Plattform)",
            NOBODY,
            *(ADD.format(kind) for kind in MADE_BY_THE_PLATFORM),
        ),
        line(
            "Vorschau einer Seite, die es noch nicht gibt",
            who(admin=YES, editor=YES, author=YES),
            *(PREVIEW.format(kind) for kind in MADE_BY_THE_PLATFORM),
        ),
        line(
            "Eine Seite bearbeiten, ihre Vorschau, ihren Verlauf und frühere Fassungen ansehen",
            WRITERS,
            "wagtailadmin_pages:edit",
            "wagtailadmin_pages:preview_on_edit",
            "wagtailadmin_pages:view_draft",
            "wagtailadmin_pages:usage",
            "wagtailadmin_pages:revisions_view",
            "wagtailadmin_pages:revisions_revert",
            "wagtailadmin_pages:revisions_compare",
            "wagtailadmin_pages:history",
            "wagtailadmin_pages:history_results",
            "wagtailadmin_pages:workflow_history",
            "wagtailadmin_pages:workflow_history_detail",
            "wagtailadmin_pages:confirm_workflow_cancellation",
            "wagtailadmin_editing_sessions:ping",
            "wagtailadmin_api:pages:action(revert_to_page_revision)",
        ),
        line(
            "Eine Seite verschieben, kopieren oder löschen",
            WRITERS,
            "wagtailadmin_pages:delete",
            "wagtailadmin_pages:move",
            "wagtailadmin_pages:move_confirm",
            "wagtailadmin_pages:copy",
            "wagtailadmin_pages:convert_alias",
            "wagtailadmin_api:pages:action(delete)",
            "wagtailadmin_api:pages:action(convert_alias)",
            "wagtail_bulk_action(wagtailcore.page.delete)",
            "wagtail_bulk_action(wagtailcore.page.move)",
        ),
        line(
            "Eine Seite unter eine andere stellen",
            who(admin=YES, editor=YES, author=OWN),
            "wagtailadmin_api:pages:action(move)",
        ),
        line(
            "Eine Seite veröffentlichen, zurückziehen, ihren Termin absagen, einen Zugang setzen",
            RELEASERS,
            "wagtailadmin_pages:unpublish",
            "wagtailadmin_pages:revisions_unschedule",
            "wagtailadmin_pages:set_page_position",
            "wagtailadmin_pages:set_privacy",
            "wagtailadmin_api:pages:action(publish)",
            "wagtailadmin_api:pages:action(unpublish)",
            "wagtailadmin_api:pages:action(copy)",
            "wagtailadmin_api:pages:action(create_alias)",
            "wagtail_bulk_action(wagtailcore.page.publish)",
            "wagtail_bulk_action(wagtailcore.page.unpublish)",
        ),
        line(
            "Freigeben oder zurückgeben, was eingereicht ist; dabei sperren",
            PUBLISHERS,
            "wagtailadmin_pages:workflow_action",
            "wagtailadmin_pages:collect_workflow_action_data",
            "wagtailadmin_pages:workflow_preview",
            "wagtailadmin_pages:lock",
        ),
        line(
            "Eine Sperre lösen (die eigene darf lösen, wer sie gesetzt hat)",
            UNLOCKERS,
            "wagtailadmin_pages:unlock",
        ),
        line(
            "Eine Seite zum Übersetzen anlegen",
            PUBLISHERS,
            "simple_translation:submit_page_translation",
            "wagtailadmin_api:pages:action(copy_for_translation)",
        ),
        line(
            "Berichte: was lange nicht geändert wurde, was wann geschah",
            REPORTERS,
            "wagtailadmin_reports:aging_pages",
            "wagtailadmin_reports:aging_pages_results",
            "wagtailadmin_reports:site_history",
            "wagtailadmin_reports:site_history_results",
        ),
        line(
            "Bericht: was gerade gesperrt ist",
            PUBLISHERS,
            "wagtailadmin_reports:locked_pages",
            "wagtailadmin_reports:locked_pages_results",
        ),
    ),
)
