"""Words in marks that are the name of a book, a programme or a ship, and that nobody says."""

import re
from functools import cache

from rashomon.lexicon.cues import words
from rashomon.model import Span
from rashomon.readers.attributions.draft import without

_ENTITLED = r"\b(?:titled|entitled|subtitled|headlined|headed|called|named|dubbed),? $"
"""What the name of a paper, song or ship stands behind."""
_PLACED = r"(?:['’]s|\b(?:on|in|of|for)) $"
"""What the name of a programme of several words stands behind: "said on NRK's “Good Morning Oslo”"."""
_NEAR = 24


def is_title(text: str, words_in_marks: Span) -> bool:
    """Whether words in marks are a name: "a memo titled “The End of the Line”", "in her memoir, “The End of It”"."""
    before = text[max(0, words_in_marks.start - _NEAR) : words_in_marks.start]
    long_words = re.findall(r"[^\W\d_]{4,}", words_in_marks.of(text))
    if not long_words or not all(word[0].isupper() for word in long_words):
        return False
    several = len(words_in_marks.of(text).split()) > 1 and not words_in_marks.of(text).isupper()
    return bool(_behind_a_work().search(before) or (several and re.search(_PLACED, before)))


def without_titles(content: list[Span], quotations: list[Span], text: str) -> list[Span]:
    """Pieces of a content -> without titles that stand in it beside nothing but quoted words: "in his book, “…”"."""
    titles = [q for q in quotations if any(piece.meets(q) for piece in content) and is_title(text, q)]
    for title in titles:
        bared = [piece.stripped(text) for piece in without(content, [title])]
        bared = [piece for piece in bared if any(c.isalnum() for c in piece.of(text))]
        content = bared if all(any(q.meets(piece) for q in quotations) for piece in bared) else content
    return content


@cache
def _behind_a_work() -> re.Pattern[str]:
    works = "|".join(sorted(words("works")))
    return re.compile(rf"(?i){_ENTITLED}|\b(?:{works}),? $")
