"""Files that people upload: a folder a tenant, named by its uuid, on disk or in a bucket of S3."""

from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from verbund.settings.env import DATA_DIR, env_bool, env_str


def bucket_from_url(url: str) -> dict[str, object]:
    """What django-storages wants for ``s3://key:secret@host:port/bucket?region=…&tls=0``.

    :raises ImproperlyConfigured: another scheme, no bucket, or a parameter that nobody knows.
    """
    parts = urlsplit(url)
    if parts.scheme != "s3":
        raise ImproperlyConfigured(
            f"Unexpected value MEDIA_STORAGE_URL={parts.scheme}://…, use s3://key:secret@host/bucket."
        )
    query = dict(parse_qsl(parts.query))
    bucket, tls = parts.path.strip("/"), query.pop("tls", "1") != "0"
    region = query.pop("region", None)
    if not bucket or "/" in bucket or not parts.hostname or query:
        raise ImproperlyConfigured(
            "MEDIA_STORAGE_URL names one bucket behind the host, and knows ?region= and tls=0: "
            "s3://key:secret@s3.example:9000/media?region=eu-central-1"
        )
    port = f":{parts.port}" if parts.port else ""
    return {
        "access_key": unquote(parts.username or "") or None,
        "secret_key": unquote(parts.password or "") or None,
        "endpoint_url": f"{'https' if tls else 'http'}://{parts.hostname}{port}",
        "bucket_name": bucket,
        "region_name": region,
        # Own services seldom have a name for each bucket.
        "addressing_style": "path",
    }


MEDIA_STORAGE_URL = env_str("MEDIA_STORAGE_URL", "")
VERBUND_MEDIA_BUCKET = bucket_from_url(MEDIA_STORAGE_URL) if MEDIA_STORAGE_URL else {}

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
# Of a whole request, files included: above it nothing is read (verbund.common.middleware.size).
VERBUND_MAX_REQUEST_SIZE = 60 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

STORAGES = {
    "default": {
        "BACKEND": "verbund.tenancy.bucket.BucketStorage"
        if MEDIA_STORAGE_URL
        else "verbund.tenancy.storage.TenantStorage"
    },
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
