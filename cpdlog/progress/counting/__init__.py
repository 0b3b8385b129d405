"""How a body's counted rules are worked out for one window; asked by `progress.requirements`."""
