"""The labels of the attribution head."""

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BI"))
"""As the columns of the head stand: outside, then for each role the first word of a piece and the words after it."""
