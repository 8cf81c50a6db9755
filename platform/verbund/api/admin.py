"""The pages of *API-Schlüssel*, for those who look after the site."""

from verbund.accounts.roles import MANAGE_SITE
from verbund.api import views
from verbund.plugin.contributions import AdminView

admin_views = (
    AdminView("index", "", views.index, MANAGE_SITE),
    AdminView("add", "add/", views.add, MANAGE_SITE),
    AdminView("revoke", "<int:pk>/revoke/", views.revoke, MANAGE_SITE),
)
