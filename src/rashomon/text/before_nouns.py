"""What stands in front of a noun and belongs to it, and what only seems to."""

from typing import Any

_FOR_ONE = frozenset({"a", "an", "another", "this", "that", "each", "every"})
_MEASURES = frozenset({"dozen", "score", "couple", "hundred", "thousand", "million", "billion", "handful", "number"})


def parts_adjectives(comma: Any, noun: Any) -> bool:
    """Whether a comma only parts two adjectives of a noun behind them: "the tall[,] quiet clerk"."""
    if comma.text != "," or comma.i >= noun.i or not comma.i:
        return False
    before, after = comma.nbor(-1), comma.nbor()
    while after.head.i > after.i and after.head != noun:
        after = after.head  # "71-year-[old]"
    return all(t.dep_ == "amod" and t.head == noun for t in (before, after))


def without_another(run: list[Any]) -> list[Any]:
    """Words up to their last noun -> without another noun in front: "[a move] immigrant advocates" say is unlawful.

    The parser ties a noun to the clause behind it that tells of it without "that"; an article for one before a plural
    gives it away.
    """
    many = next((n for n, token in enumerate(run) if token.tag_ in {"NNS", "NNPS"}), None)
    if many is None or run[0].lower_ not in _FOR_ONE or not all(_only_modifies(token) for token in run[:many]):
        return run
    first = next((n for n, token in enumerate(run[:many]) if token.tag_ == "NN"), None)
    return run if first is None else run[first + 1 :]


def _only_modifies(token: Any) -> bool:
    counts = token.like_num or token.lower_ in _MEASURES
    return token.dep_ in {"det", "amod", "compound", "nmod"} and not counts
