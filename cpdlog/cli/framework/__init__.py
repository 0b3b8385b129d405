"""The commands for frameworks of skills."""
