"""The commands for ratings by a framework of skills."""
