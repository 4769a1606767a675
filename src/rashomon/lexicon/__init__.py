"""Lexicon room: what every reader of English news knows, as data files with their own examples."""
