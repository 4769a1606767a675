"""Renderers room: readings and records in; JSON, the report and the terminal's summary out."""
