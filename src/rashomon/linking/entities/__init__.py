"""Whom words refer to: mentions of an article to its entities."""
