"""Runs sidetal's batches from Python."""

__version__ = "0.1.0"
