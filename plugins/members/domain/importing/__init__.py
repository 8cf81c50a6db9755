"""An older list becomes entries: read, mapped, checked, carried out, taken back."""
