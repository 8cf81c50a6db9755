"""The first page of an archive: what a person who unpacks it finds, in German and English."""

from django.utils import timezone

from verbund.tenancy.models import Tenant

TEXT = """\
{association}
{line}

Dies ist der gesamte Bestand der Website „{name}“ vom {date}.

  registry.json   was die Plattform von der Website weiß: Name, Adressen, Erweiterungen
  schema/*.csv    jede Tabelle der Website als CSV (UTF-8, Komma, erste Zeile: Spalten)
  media/          Bilder und Dateien, wie sie hochgeladen wurden, und ihre Größen
  manifest.json   Versionen, Zahl der Zeilen, Prüfsumme (SHA-256) jeder Datei

Die Datei enthält Daten von Personen und, verschlüsselt oder als Prüfwert, Zugänge. Bewahren Sie
sie so sicher auf wie die Website selbst, und löschen Sie sie, wenn sie nicht mehr gebraucht wird.
Anmeldungen (Sitzungen) sind nicht enthalten. Zurückspielen: verbund tenants restore DATEI

--------------------------------------------------------------------------------

This is everything that the site “{name}” held on {date}: what the platform knows of it
(registry.json), each of its tables as CSV (schema/), pictures and files (media/), and versions,
numbers of rows and SHA-256 sums (manifest.json).

It holds people's data and, encrypted or as digests, ways to log in. Keep it as safe as the site
itself, and delete it when it is needed no more. Sessions are not in it.
To read it back: verbund tenants restore FILE
"""


def readme_of(tenant: Tenant) -> str:
    date = timezone.localtime().strftime("%d.%m.%Y, %H:%M")
    line = "=" * len(tenant.association)
    return TEXT.format(association=tenant.association, line=line, name=tenant.name, date=date)
