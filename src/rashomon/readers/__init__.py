"""Readers room: the parse of an article in, findings that point at its characters out."""
