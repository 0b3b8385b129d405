"""Floor 0: values and rules. Standard library only; no files, no screen, no clock."""
