"""Lexicon room."""
