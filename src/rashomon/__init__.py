"""Rashomon reads several outlets' reports of one event and writes the verifiable record of it."""

__version__ = "0.1.0"
