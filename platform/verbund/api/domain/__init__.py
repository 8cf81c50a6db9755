"""What is done with keys and answers of the API."""
