"""Makes a virtual environment from a lock: `python3 tools/make_venv.py FOLDER LOCK`.

Plain Python that even an old version can read, so that it can say that it is too old. Run again
it does only what changed, and two runs at once wait for each other.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys

NEEDED = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def main() -> None:
    if sys.version_info < NEEDED:
        use_newer_python()
    folder, lock = sys.argv[1:]
    os.makedirs("var", exist_ok=True)
    with open(os.path.join("var", os.path.basename(folder) + ".lock"), "w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        make(folder, lock)


def use_newer_python() -> None:
    for name in NEWER:
        if shutil.which(name):
            os.execvp(name, [name, *sys.argv])  # noqa: S606  # names that we made
    found = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit("Python 3.11 or newer is needed, python3 is " + found + ". Install a newer one.")


def make(folder: str, lock: str) -> None:
    python = os.path.join(folder, "bin", "python")
    if not os.path.exists(os.path.join(folder, "bin", "pip")):
        make_empty(folder)
    wanted = digest(lock, sys.version)
    if wanted != read(folder, "lock"):
        print("Installing from " + lock + " (half a minute) …", flush=True)
        pip(python, "--only-binary=:all:", "--require-hashes", "-r", lock)
        write(folder, "lock", wanted)
    project = digest("pyproject.toml", os.getcwd())
    if project != read(folder, "project"):
        pip(python, "--no-deps", "-e", ".")
        write(folder, "project", project)
    write(folder, "ok", "")


def make_empty(folder: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if subprocess.call([sys.executable, "-m", "venv", folder]):
        shutil.rmtree(folder, ignore_errors=True)
        sys.exit(
            "python3 can't make a virtual environment. On Debian: apt-get install python3-venv"
        )


def pip(python: str, *arguments: str) -> None:
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    code = subprocess.call([*command, "--no-input", *arguments])
    if code:
        sys.exit(code)


def digest(path: str, detail: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read() + detail.encode()).hexdigest()


def read(folder: str, name: str) -> str:
    path = os.path.join(folder, "." + name)
    if not os.path.exists(path):
        return ""
    with open(path) as file:
        return file.read()


def write(folder: str, name: str, text: str) -> None:
    with open(os.path.join(folder, "." + name), "w") as file:
        file.write(text)


if __name__ == "__main__":
    main()
