"""Words for a time, a place or a thing -> the preposition that makes them say when or where: "[in] Oslo"."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from rashomon.model import Mention, Reading, Span, Syntax
from rashomon.text.grammar import tokens_in

_WHERE = frozenset(
    {
        "in", "at", "on", "near", "outside", "inside", "off", "around", "above", "between", "along", "within",
        "through", "toward", "towards", "across", "into", "over", "under", "behind", "beside", "to", "from",
    }
)  # fmt: skip
_ARTICLES = frozenset({"the", "a", "an"})
_WHEN = _WHERE | {"after", "before", "during", "since", "until", "about", "for", "by"}


def said_where(rows: Sequence[dict[str, Any]], reading: Reading) -> None:
    """Rows of mentions and their reading -> nothing; the ``head`` of those that say where or when has its preposition.

    Grammars differ in which word is the head of "in Oslo"; such a row has both, so that it is found by either. Not
    where another mention stands between: "in [Oslo] streets".
    """
    if not reading.of(Syntax):
        return
    others = sorted(
        {m.span for m in reading.of(Mention)} | {Span(r["start"], r["end"]) for r in rows if r["kind"] != "event"}
    )
    for row in (one for one in rows if one["kind"] != "event" and one.get("form") != "pronoun"):
        head, last = row.get("head", (row["start"], row["end"]))
        preposition = _before(reading.doc, Span(row["start"], row["end"]))
        if preposition is None or preposition.lower_ not in (_WHEN if row["kind"] == "time" else _WHERE):
            continue
        following = others[bisect_left(others, Span(preposition.idx, 0)) : bisect_left(others, Span(head, 0))]
        if all(span.end > head for span in following):
            row["head"] = [preposition.idx, last]


def _before(doc: Any, span: Span) -> Any:
    """Words of a mention -> the token before them, articles left out; None at the beginning of a text."""
    at = tokens_in(doc, span).start - 1
    while at >= 0 and doc[at].lower_ in _ARTICLES:
        at -= 1
    return doc[at] if at >= 0 else None
