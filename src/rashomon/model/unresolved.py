"""What could not be told is a value, with its reason."""

import msgspec


class Unresolved(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """Something the text leaves open: ``reason`` says why, in words for the reader of the record.

    ``basis`` are the statements that contradict each other, where that is why.
    """

    reason: str
    basis: tuple[str, ...] = ()
