"""Where things stand in a journal's folder."""

ENTRIES, GOALS, SETTINGS = "entries", "goals", "cpdlog.yaml"
NOT_ENTRIES = ("README.md",)
# What in a journal's folder is the journal's; whatever else lies there may be somebody's program.
OWN = (
    *(ENTRIES, GOALS, SETTINGS, "evidence", "frameworks"),
    *("programmes", "requirements", "skills", "templates"),
)
