"""The trained encoder: one pass over the text, several heads; what readers ask of it stands in ``Encoding``."""
