"""The one codec of model values to and from JSON Lines."""

from itertools import groupby

import msgspec

from rashomon.errors import StoreError
from rashomon.model.article import Article
from rashomon.model.reading import Finding, Reading

FORMAT = "rashomon-findings/1"


class _Line(msgspec.Struct):
    format: str
    article: Article
    findings: tuple[Finding, ...]


_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(_Line)


def encode_reading(reading: Reading) -> bytes:
    """Reading -> one JSON line without its newline; the same reading gives the same bytes."""
    return _ENCODER.encode(_Line(FORMAT, reading.article, reading.findings))


def decode_reading(line: bytes) -> Reading:
    """One JSON line -> the reading it was made from; ``StoreError`` when it is none or of another format."""
    try:
        decoded = _DECODER.decode(line)
    except msgspec.DecodeError as error:
        raise StoreError(f"not a line of {FORMAT}: {error}") from error
    if decoded.format != FORMAT:
        raise StoreError(f"a line of {decoded.format!r}; this version reads {FORMAT!r}")
    found = groupby(decoded.findings, key=type)
    return Reading(decoded.article, ((kind, tuple(items)) for kind, items in found))
