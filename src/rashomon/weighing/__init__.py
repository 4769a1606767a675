"""Weighing room: a story's claims in, one record out."""
