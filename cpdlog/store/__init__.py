"""Floor 2: the journal folder: files and git."""
