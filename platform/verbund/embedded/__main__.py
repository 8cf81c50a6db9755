"""`python -m verbund.embedded FOLDER…`: deletes the servers of these folders and all they wrote."""

import sys
from pathlib import Path

from verbund.embedded.places import remove_copied_install
from verbund.embedded.server import PostgresServer


def main() -> None:
    for folder in sys.argv[1:]:
        PostgresServer(Path(folder)).remove()
    remove_copied_install()


if __name__ == "__main__":
    main()
