"""What the plugin *Mitglieder* adds to the admin: the inbox of the directory."""

from tests.accounts.matrix.lines import ADMINS, Area, line

AREA = Area(
    "Posteingang des Verzeichnisses (Erweiterung Mitglieder)",
    (
        line(
            "Änderungen von Organisationen prüfen, Ansprüche, Fehler und Rückläufer erledigen",
            ADMINS,
            "members_admin:inbox",
            "members_admin:proposal",
            "members_admin:claim",
            "members_admin:report_done",
            "members_admin:problem_done",
        ),
    ),
)
