"""Files that a tenant file names: inside its folder, there, and readable for what they are."""

from pathlib import Path

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from verbund.common.drawings import UnsafeDrawing, clean_svg

PICTURE_FORMATS = {"PNG", "JPEG", "WEBP"}


def inside(folder: Path, name: Path) -> Path:
    """The file's absolute path; a tenant file can't reach outside its own folder."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(
            _("“{name}” lies outside the folder of the tenant file. Put it inside.").format(
                name=name
            )
        )
    if not path.is_file():
        raise ValueError(
            _(
                "There is no file “{name}” beside the tenant file. Add it or correct the name."
            ).format(name=name)
        )
    return path


def picture(path: Path) -> Path:
    readable = _is_svg(path) if path.suffix.lower() == ".svg" else _is_raster(path)
    if not readable:
        raise ValueError(
            _("“{name}” can't be read as a picture. Use SVG, PNG, JPEG or WebP.").format(
                name=path.name
            )
        )
    return path


def _is_svg(path: Path) -> bool:
    """A drawing that can be cleaned: it is served from the site's own origin."""
    try:
        clean_svg(path.read_bytes())
    except (UnsafeDrawing, OSError):
        return False
    return True


def _is_raster(path: Path) -> bool:
    try:
        with Image.open(path) as image:
            image.verify()
            return image.format in PICTURE_FORMATS
    except (UnidentifiedImageError, OSError, SyntaxError):
        return False
