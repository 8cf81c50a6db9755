"""Pictures and files."""

from tests.accounts.matrix.lines import ADMINS, NOBODY, OWN, STAFF, YES, Area, line, who

PICTURES = who(admin=YES, editor=YES, author=OWN, keeper=OWN, lending=OWN, samples=OWN)
FILES = who(admin=YES, editor=YES, author=OWN)
UPLOADERS = who(admin=YES, editor=YES, author=YES, keeper=YES, lending=YES, samples=YES)
OF_FILES = who(admin=YES, editor=YES, author=YES)
MINE = who(any_role=OWN)

AREA = Area(
    "Bilder und Dateien",
    (
        line(
            "Ein Bild oder eine Datei auswählen",
            STAFF,
            "wagtailimages_chooser:choose",
            "wagtailimages_chooser:choose_results",
            "wagtailimages_chooser:chosen",
            "wagtailimages_chooser:chosen_multiple",
            "wagtailimages_chooser:select_format",
            "wagtaildocs_chooser:choose",
            "wagtaildocs_chooser:choose_results",
            "wagtaildocs_chooser:chosen_multiple",
            "wagtailadmin_api:images:listing",
            "wagtailadmin_api:images:detail",
            "wagtailadmin_api:documents:listing",
            "wagtailadmin_api:documents:detail",
        ),
        line("Eine ausgewählte Datei einsetzen", OF_FILES, "wagtaildocs_chooser:chosen"),
        line(
            "Bilder hochladen und die Bibliothek der Bilder ansehen",
            UPLOADERS,
            "wagtailimages:index",
            "wagtailimages:index_results",
            "wagtailimages:add",
            "wagtailimages:add_multiple",
            "wagtailimages_chooser:create",
        ),
        line(
            "Dateien hochladen und die Liste der Dateien ansehen",
            OF_FILES,
            "wagtaildocs:index",
            "wagtaildocs:index_results",
            "wagtaildocs:add",
            "wagtaildocs:add_multiple",
            "wagtaildocs_chooser:create",
        ),
        line(
            "Das eigene Hochladen zu Ende bringen oder abbrechen",
            MINE,
            "wagtailimages:create_multiple_from_uploaded_image",
            "wagtailimages:delete_upload_multiple",
            "wagtaildocs:create_multiple_from_uploaded_document",
            "wagtaildocs:delete_upload_multiple",
        ),
        line(
            "Ein Bild beschreiben, ändern, löschen; sehen, wo es steht",
            PICTURES,
            "wagtailimages:edit",
            "wagtailimages:delete",
            "wagtailimages:preview",
            "wagtailimages:image_usage",
            "wagtailimages:edit_multiple",
            "wagtailimages:delete_multiple",
            "wagtail_bulk_action(media.image.add_tags)",
            "wagtail_bulk_action(media.image.add_to_collection)",
            "wagtail_bulk_action(media.image.delete)",
        ),
        line(
            "Eine Datei ändern, löschen; sehen, wo sie steht",
            FILES,
            "wagtaildocs:edit",
            "wagtaildocs:delete",
            "wagtaildocs:edit_multiple",
            "wagtaildocs:delete_multiple",
            "wagtaildocs:document_usage",
            "wagtail_bulk_action(media.document.add_tags)",
            "wagtail_bulk_action(media.document.add_to_collection)",
            "wagtail_bulk_action(media.document.delete)",
        ),
        line(
            "Sammlungen anlegen, umbenennen, löschen, mit einem Zugang versehen",
            ADMINS,
            "wagtailadmin_collections:index",
            "wagtailadmin_collections:add",
            "wagtailadmin_collections:edit",
            "wagtailadmin_collections:delete",
            "wagtailadmin_collections:set_privacy",
        ),
        line(
            "Adressen für Bilder in fremder Größe (abgeschaltet)",
            NOBODY,
            "wagtailimages:url_generator",
            "wagtailimages:url_generator_output",
            "wagtailadmin_api:images:find",
            "wagtailadmin_api:documents:find",
        ),
    ),
)
