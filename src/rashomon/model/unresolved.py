"""What could not be told is a value, with its reason."""

import msgspec


class Unresolved(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """Something the text leaves open: ``reason`` says why, in words for the reader of the record."""

    reason: str
