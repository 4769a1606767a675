"""Renderers room."""
