"""Floor 3: what was read before, remembered in SQLite in the user's cache folder."""
