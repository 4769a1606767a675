"""Bytes of any encoding -> text."""

import codecs

from charset_normalizer import from_bytes

from rashomon.errors import InputError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF", "a PDF file: export its text first"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"PK\x03\x04", "a zip archive or office document: unpack it, or export its text first"),
    (b"\x1f\x8b", "a gzip archive: unpack it first (only .jsonl.gz is read packed)"),
    (b"{\\rtf", "a rich-text document: export its text first"),
    (b"\xd0\xcf\x11\xe0", "an office document: export its text first"),
    (b"\x7fELF", "a program"),
)
_TYPOGRAPHIC = frozenset("“”‘’–—…•\u00a0éèêëáàâäöüßñçóíúåæø€£©®°½ÉÖÜÄ")
_SAMPLE = 100_000


def decoded(data: bytes) -> str:
    """Bytes -> their text, without a byte-order mark; ``InputError`` for what is no text.

    UTF-8 is tried first. Faults that the text itself has (mojibake, odd line ends) are left as they are, because
    offsets count what is in the file.
    """
    refuse_binary(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\0" in data:
        raise InputError("this is a binary file, not text (it holds NUL bytes): give plain text, HTML or JSON Lines")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def refuse_binary(data: bytes) -> None:
    """Bytes -> nothing, or ``InputError`` where they begin as no text begins."""
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise InputError(f"not text but {kind}")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"its byte-order mark says {encoding}, its bytes do not: save it as UTF-8") from error


def _guessed(data: bytes) -> str:
    """Bytes that are no UTF-8 -> text by the likeliest encoding: that of English typography, else a detector's."""
    for encoding in ("cp1252", "mac_roman"):
        text = data.decode(encoding, errors="replace")
        foreign = [c for c in text[:_SAMPLE] if ord(c) > 127]
        if "\ufffd" not in text and sum(c in _TYPOGRAPHIC for c in foreign) >= 0.5 * len(foreign):
            return text
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise InputError("no encoding fits its bytes: save it as UTF-8")
    return data.decode(best.encoding, errors="replace")
