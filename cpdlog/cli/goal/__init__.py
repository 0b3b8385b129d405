"""The commands for goals."""
