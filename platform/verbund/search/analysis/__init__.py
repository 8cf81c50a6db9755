"""German and foreign words to lexemes, in plain Python: all engines share it."""
