"""The form for a new city: steps that are kept on the server, each with its own questions."""
