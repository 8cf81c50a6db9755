"""Languages: German at `/`, others at `/<code>/`; which of these a site has is a row of its own."""

from verbund.settings.env import ROOT

LANGUAGE_CODE = "de"
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = ["verbund.common.formats"]

# Named in their own language: that is how a reader finds hers.
LANGUAGES = [
    ("de", "Deutsch"),
    ("de-x-leicht", "Leichte Sprache"),
    ("ar", "العربية"),
    ("bg", "Български"),
    ("ckb", "کوردیی ناوەندی"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("it", "Italiano"),
    ("ku", "Kurmancî"),
    ("pl", "Polski"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("so", "Soomaali"),
    ("sq", "Shqip"),
    ("sr", "Српски"),
    ("ta", "தமிழ்"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh-hans", "简体中文"),
]
LANGUAGES_BIDI = ["ar", "ckb", "fa", "he", "ps", "ur"]

WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch"), ("en", "English")]

LOCALE_PATHS = [ROOT / "platform" / "verbund" / "locale"]
