"""Readers room."""
