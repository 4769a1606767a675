"""Block quotes: paragraphs that are somebody's words, after a colon or between one opening and one closing mark."""

import re
from functools import cache

from rashomon.text.chunks import Chunk
from rashomon.text.quotemarks import announcing, lone_marks, marks

_FARTHEST = 8


@cache
def _announcing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{announcing()})(?: [\w’'@-]+){{0,3}}\s?:$", re.IGNORECASE)


def type_block_quotes(found: list[Chunk]) -> None:
    """Chunks of an article in text order: those that are block quotes get that kind."""
    index = 0
    while index < len(found):
        length = _run_at(found, index)
        for chunk in found[index : index + length]:
            chunk.kind = "quote"
        index += max(1, length)


def _run_at(found: list[Chunk], index: int) -> int:
    """How many chunks from this one on are one block quotation; 0 where none begins here."""
    chunk = found[index]
    before = found[index - 1] if index else None
    if chunk.kind is not None:
        return 0
    introduced = before is not None and before.kind in {None, "quote"} and before.line.endswith(":")
    opened = _opened_at_start(chunk)
    if not introduced and opened != "open":
        return 0
    if opened == "whole":
        return 1
    run = _until_closed(found, index, opened=opened == "open")
    if run:
        return run
    if opened == "open":
        return _continued(found, index) if introduced else 0
    assert before is not None
    bare = not any(m.family != "single" for m in marks(chunk.text, chunk.start, chunk.end))
    spoken = chunk.ends and not chunk.line.endswith(":") and chunk.line[:1].isalnum()
    return 1 if bare and spoken and _announcing().search(before.line[-100:]) else 0


def _opened_at_start(chunk: Chunk) -> str:
    """Chunk -> "open" if a mark opens at its start and never closes, "whole" if it closes at its end, or nothing."""
    found = [m for m in marks(chunk.text, chunk.start, chunk.end) if m.family != "single"]
    if not found or found[0].at != chunk.start or not found[0].opens:
        return ""
    if any(m.at == chunk.start for m in lone_marks(chunk.text, chunk.start, chunk.end)):
        return "open"
    inside = found[1:-1]
    depth_one = not any(not m.opens for m in inside if m.family == found[0].family) or inside[0].opens
    return "whole" if found[-1].end >= chunk.end - 1 and not found[-1].opens and depth_one else ""


def _until_closed(found: list[Chunk], index: int, *, opened: bool) -> int:
    """How many chunks it takes to a closing mark that nothing in its own chunk opened; 0 where there is none."""
    for length, chunk in enumerate(found[index : index + _FARTHEST], start=1):
        if chunk.kind is not None:
            return 0
        alone = list(lone_marks(chunk.text, chunk.start, chunk.end))
        closing = [m for m in alone if not m.opens]
        if closing:
            return length if closing[-1].end >= chunk.end - 1 and length + opened > 1 - (not opened) else 0
        any_marks = any(m.family != "single" for m in marks(chunk.text, chunk.start, chunk.end))
        if any_marks and not (opened and length == 1) and not any(m.at == chunk.start for m in alone):
            return 0
        if chunk.line.endswith(":") and length > 1:
            return 0
    return 0


def _continued(found: list[Chunk], index: int) -> int:
    """How many chunks go on with a quotation, each with an opening mark at its start."""
    length = 1
    for chunk in found[index + 1 : index + _FARTHEST]:
        if chunk.kind is not None or not _opened_at_start(chunk):
            break
        length += 1
        if _opened_at_start(chunk) == "whole":
            break
    return length
