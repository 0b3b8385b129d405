"""The commands for professional bodies' rules."""
