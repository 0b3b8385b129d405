"""Commits, undo, history and sync of a journal, through the git program."""
