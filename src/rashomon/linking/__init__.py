"""Linking room."""
