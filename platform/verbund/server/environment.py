"""What a process of the demo finds in its environment; plain Python, since Django reads it."""

import os
import secrets
import socket
from collections.abc import Mapping
from pathlib import Path

from verbund.embedded import for_data_dir

ROOT = Path(__file__).resolve().parents[3]
DATABASE = "verbund"
DEFAULT_PORT = 8000


class SettingError(Exception):
    """A variable of the environment has a value that can't be; the message says what can."""


def data_dir(environ: Mapping[str, str] = os.environ) -> Path:
    return Path(environ.get("VERBUND_DATA_DIR") or ROOT / "var").absolute()


def chosen_port(environ: Mapping[str, str] = os.environ) -> int:
    text = environ.get("PORT") or environ.get("VERBUND_PORT") or str(DEFAULT_PORT)
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise SettingError(f"Unexpected value PORT={text}, use a number from 1 to 65535.")
    return int(text)


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def secret_key(data: Path) -> str:
    """The key of this installation, made once and readable for us alone."""
    path = data / "secret-key"
    data.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    key = secrets.token_urlsafe(50)
    with os.fdopen(handle, "w") as file:
        file.write(f"{key}\n")
    return key


def demo_environment(data: Path, port: int) -> dict[str, str]:
    """Variables for the demo's processes, but for what the environment says already."""
    defaults = {
        "DJANGO_SETTINGS_MODULE": "verbund.settings",
        "VERBUND_DEMO": "1",
        "VERBUND_DATA_DIR": str(data),
        "PYTHONUNBUFFERED": "1",
    }
    if not os.environ.get("DATABASE_URL"):
        defaults["DATABASE_URL"] = for_data_dir(data).url(DATABASE)
    if not os.environ.get("SECRET_KEY"):
        defaults["SECRET_KEY"] = secret_key(data)
    said = {name: value for name, value in os.environ.items() if value}
    return {**defaults, **said, "VERBUND_PORT": str(port)}
