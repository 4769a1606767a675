"""Ids are hashes of what makes a thing itself."""

import hashlib


def hashed(*parts: object) -> str:
    """The parts that make a thing itself -> a 16-digit id; the same parts give the same id anywhere."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]
