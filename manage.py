#!/usr/bin/env python3
"""The same as the console script `verbund`, where Django's tools look for it."""

from verbund.__main__ import main

if __name__ == "__main__":
    main()
