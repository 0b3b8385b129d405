"""A personal CPD (continuing professional development) journal for the command line."""

__version__ = "0.1.0"
