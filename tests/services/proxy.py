"""A small TCP proxy before a server, that can answer errors, cut answers off, or be silent."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum

ERROR = (
    b"HTTP/1.1 %d Trouble\r\nX-Elastic-Product: Elasticsearch\r\n"
    b"Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
)
BUFFER = 65_536


class Mood(Enum):
    PASSES = "passes"
    ERRORS = "answers errors"
    CUTS = "closes in the middle of an answer"
    SILENT = "takes what comes and answers nothing"


class Proxy:
    """Its `mood` holds for connections from then on; those that are open are closed."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._mood = Mood.PASSES
        self.status = 503

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    @property
    def mood(self) -> Mood:
        return self._mood

    @mood.setter
    def mood(self, mood: Mood) -> None:
        self._mood = mood
        for connection in list(self._open):
            _close(connection)

    def serve(self) -> None:
        while True:
            try:
                client, _address = self._listening.accept()
            except OSError:
                return
            self._open.add(client)
            threading.Thread(target=self._answer, args=(client,), daemon=True).start()

    def close(self) -> None:
        # A thread that waits in accept() wakes up by shutdown() alone.
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.mood = self._mood

    def _answer(self, client: socket.socket) -> None:
        with suppress(OSError):
            if self._mood is Mood.PASSES:
                self._pass(client)
            elif self._mood is Mood.SILENT:
                while client.recv(BUFFER):
                    pass
            else:
                client.recv(BUFFER)
                answer = ERROR % self.status
                client.sendall(answer if self._mood is Mood.ERRORS else answer[:30])
        _close(client)
        self._open.discard(client)

    def _pass(self, client: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", self._target)) as server:
            back = threading.Thread(target=_copy, args=(server, client), daemon=True)
            back.start()
            _copy(client, server)
            back.join()


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(BUFFER):
            target.sendall(data)
    for one in (source, target):
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


def _close(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()


@contextmanager
def proxy_to(port: int) -> Iterator[Proxy]:
    proxy = Proxy(port)
    thread = threading.Thread(target=proxy.serve, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        proxy.close()
        thread.join()
