"""`verbund serve`: granian with threads in front of our WSGI application."""

import argparse
import os
from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    # granian is loaded here alone: other commands start faster without it
    from granian import Granian
    from granian.constants import Interfaces

    options = parse(arguments)
    Granian(
        "verbund.wsgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=options.threads,
        respawn_failed_workers=True,
        websockets=False,
    ).serve()
    return 0


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("verbund serve", description="Serve all sites over HTTP.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=int(os.environ.get("VERBUND_PORT", "8000")))
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--threads", type=int, default=4, help="threads of each process")
    return parser.parse_args(arguments)
