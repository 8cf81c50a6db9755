"""What a site holds of a person: shown, handed out, erased, and for how long it is kept."""
