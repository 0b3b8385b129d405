"""Floor 5: answers on the terminal: rich, plain, JSON."""
