"""The PostgreSQL of the demo and the tests: from a wheel, reached by a socket alone."""

from verbund.embedded.server import PostgresServer, for_data_dir
from verbund.embedded.tools import ServerError

__all__ = ["PostgresServer", "ServerError", "for_data_dir"]
