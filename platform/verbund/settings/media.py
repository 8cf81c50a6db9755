"""Files that people upload: a folder a tenant, named by its uuid."""

from verbund.settings.env import DATA_DIR, env_bool

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
# Of a whole request, files included: above it nothing is read (verbund.common.middleware.size).
VERBUND_MAX_REQUEST_SIZE = 60 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

STORAGES = {
    "default": {"BACKEND": "verbund.tenancy.storage.TenantStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if env_bool("VERBUND_DEBUG")
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

WAGTAILIMAGES_IMAGE_MODEL = "media.Image"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Document"
# Files of the library pass through Django, so that a private collection is private.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "pages/password_required.html"  # noqa: S105
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_FORM_BASE = "verbund.media.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = [
    "csv", "docx", "ics", "odp", "ods", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip",
]  # fmt: skip
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "verbund.media.forms.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
# All frames together; opened, a picture of so many takes a quarter of a gigabyte.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"jpeg": "webp", "png": "webp", "gif": "webp"}
WAGTAILIMAGES_WEBP_QUALITY = 78
WAGTAIL_REDIRECTS_FILE_STORAGE = "cache"
