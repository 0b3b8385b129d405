"""The commands for structured programmes, such as 23 Things."""
