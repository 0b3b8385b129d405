"""Floor 6: the commands."""
