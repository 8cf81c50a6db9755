"""Wagtail's own settings, in its order of appearance for an editor."""

WAGTAIL_SITE_NAME = "Verbund"
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_APPEND_SLASH = True
WAGTAIL_MODERATION_ENABLED = True
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False
WAGTAIL_USAGE_COUNT_ENABLED = True
# Each automatic save writes indexes: two seconds spare a server of many sites.
WAGTAIL_AUTOSAVE_INTERVAL = 2000
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 10
# The calendars' own format: whoever types another one loses it when the field is left.
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_USER_TIME_ZONES = ["Europe/Berlin"]
# Password, passkeys and sessions have pages of their own (verbund.accounts.login).
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
# A tenant has no superuser who would have to hear of everything.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
TAGGIT_CASE_INSENSITIVE = True

# No request to a third party, ever.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []

# The admin's own search, in each tenant's schema.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "german"}
}
