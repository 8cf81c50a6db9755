"""What the plugin *Mitglieder* adds to the admin: the inbox of the directory."""

from tests.accounts.matrix.lines import KEEPERS, Area, line

AREA = Area(
    "Posteingang des Verzeichnisses (Erweiterung Mitglieder)",
    (
        line(
            "Änderungen von Organisationen prüfen, Ansprüche, Fehler und Rückläufer erledigen",
            KEEPERS,
            "members_admin:inbox",
            "members_admin:proposal",
            "members_admin:claim",
            "members_admin:report_done",
            "members_admin:problem_done",
        ),
    ),
)
