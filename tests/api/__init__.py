"""The API's frame: keys, errors, answers, description."""
