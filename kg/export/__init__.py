"""Graph -> bytes. "How is it handed over?" One file or room a format; formats do not know each other."""
