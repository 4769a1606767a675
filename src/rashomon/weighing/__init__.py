"""Weighing room."""
