"""The PostgreSQL of the demo and the tests: from a wheel, started by us, reached by a socket alone."""

from verbund.embedded.server import PostgresServer, for_data_dir
from verbund.embedded.tools import ServerError

__all__ = ["PostgresServer", "ServerError", "for_data_dir"]
