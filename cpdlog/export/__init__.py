"""Floor 5: answers as files for other people."""
