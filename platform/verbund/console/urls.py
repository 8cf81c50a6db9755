"""Addresses below /betrieb/, at the operators' host alone."""

from django.urls import path

from verbund.console.access import operators_only
from verbund.console.views import domains, sites, wizard

app_name = "console"
urlpatterns = [
    path("", sites.overview, name="overview"),
    path("auftritte/<slug:schema>/", sites.site, name="site"),
    path("auftritte/<slug:schema>/domains/", domains.index, name="domains"),
    path("auftritte/<slug:schema>/domains/pruefen/", domains.check, name="domain_check"),
    path("auftritte/<slug:schema>/domains/<slug:name>/", domains.act, name="domain_act"),
    path("auftritte/<slug:schema>/<slug:name>/", sites.act, name="act"),
    path("neu/", wizard.drafts, name="drafts"),
    path("neu/<uuid:uuid>/", wizard.draft, name="draft"),
    path("neu/<uuid:uuid>/tenant.toml", wizard.recipe_file, name="recipe"),
    path("neu/<uuid:uuid>/vorschau/", wizard.preview, name="preview"),
    path("neu/<uuid:uuid>/vorschau/stil.css", wizard.preview_style, name="preview_style"),
    path("neu/<uuid:uuid>/zuruecknehmen/", wizard.take_back, name="take_back"),
    path("neu/<uuid:uuid>/verwerfen/", wizard.drop, name="drop"),
    path("neu/<uuid:uuid>/schritt/<slug:name>/", wizard.step, name="step"),
    path("netzwerke/", sites.network_list, name="networks"),
    path("protokoll/", sites.log, name="log"),
]
for pattern in urlpatterns:
    pattern.callback = operators_only(pattern.callback)
