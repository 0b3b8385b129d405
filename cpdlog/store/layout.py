"""Where things stand in a journal's folder."""

ENTRIES, GOALS, SETTINGS = "entries", "goals", "cpdlog.yaml"
NOT_ENTRIES = ("README.md",)
