"""From a recipe to a city on line; each module is about one part of the way."""
