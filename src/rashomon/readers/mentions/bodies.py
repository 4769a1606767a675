"""Names of bodies that the name finder takes for longer than they are, or for what they are not, or misses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rashomon.lexicon.files import load
from rashomon.lexicon.leaders import is_first_name
from rashomon.lexicon.roles import role_at, title
from rashomon.readers.mentions.persons import Name
from rashomon.text.words import words_of

_FIELDED = frozenset({"ministry", "department", "committee", "commission"})
_INITIALS = 2
_WHERE = frozenset({"in", "at", "near", "from", "outside"})
_TYPE = re.compile(r"[A-Z]{1,4}(?:-\d{2,4}|\d{3,4})[A-Z]?s?")


def before_flight(doc: Any, start: int, end: int) -> int:
    """Tokens of a name -> where it ends before a flight's number: "[Aker Air] Flight 574" is the airline's."""
    cut = next((i for i in range(start + 1, end) if doc[i].text == "Flight"), end)
    return cut if cut + 1 < len(doc) and doc[cut + 1].like_num else end


def of_its_state(known: Mapping[tuple[int, int], Name], start: int, inside: list[tuple[int, int]]) -> bool:
    """Whether a name is a known body's with its state before it: "the US [Federal Reserve]" is two names."""
    if len(inside) != 2 or inside[0][0] != start or inside[0][1] != inside[1][0]:
        return False
    state, body = (known[key].found for key in inside)
    return (
        state is not None and body is not None and state.actor.kind == "state" and body.actor.state == state.actor.state
    )


def names_type(words: Any) -> bool:
    """Whether words taken for somebody's name have the name of a type in them: "First Aker [A380]" is an aircraft."""
    return any(_TYPE.fullmatch(token.text) for token in words)


def banks(doc: Any, covered: set[int]) -> Iterator[Name]:
    """Doc and the tokens of names -> bodies of a place or state that nobody took for one: "the Bank of Canada"."""
    words = words_of(doc)
    for middle in (doc[i] for i in range(1, len(words) - 1) if words[i].lower() == "of"):
        first, last = middle.nbor(-1), middle.nbor(1)
        if first.pos_ == last.pos_ == "PROPN" and first.i not in covered:
            role = role_at([first.lower_]) if first.text[:1].isupper() and last.text[:1].isupper() else None
            if role is not None and role.sector in {"BUS", "EDU"} and role.denotes == "organization":
                yield Name(first.i, last.i + 1, "organization")


def of_two_fields(doc: Any, names: Sequence[Name]) -> list[Name]:
    """Names -> the same, a ministry's whole where only its last field was taken: "the [Fishing and Forestry Ministry]".

    Only behind what tells whose or which it is; a known body's name, or initials, are another body's.
    """
    whole = []
    for name in names:
        start = name.start - 1 if name.start > 2 and doc[name.start - 1].text == "and" else 0
        while start > 1 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].text.istitle():
            start -= 1
        opened = start > 0 and doc[start - 1].lower_ in {"the", "'s", "its", "their"} and doc[start].text != "and"
        inside = [n for n in names if start <= n.start and n.end < name.start]
        listed = any(n.found is not None or n.kind == "person" for n in inside)
        if name.kind == "organization" and doc[name.end - 1].lower_ in _FIELDED and opened and not listed:
            whole.append(name._replace(start=start))
    return [*(n for n in names if not any(w.start <= n.start and n.end <= w.end for w in whole)), *whole]


def beside_based(doc: Any, name: Name) -> Name:
    """Name -> the same, a place's before "-based", and a firm's behind it: "[Oslo]-based [Aker Maritime]"."""
    beside = [t.lower_ for t in (*doc[max(0, name.start - 2) : name.start], *doc[name.end : name.end + 2])]
    if beside[-2:] == ["-", "based"] and name.found is None:
        return name._replace(kind="place")
    firm = name.kind == "person" and beside[:2] == ["-", "based"] and not is_first_name(doc[name.start].lower_)
    return name._replace(kind="organization") if firm else name


def in_capitals(doc: Any, name: Name) -> Name:
    """Name -> a body's, if it was not known for one and is one word in capitals: "pipeline operator [JANAF]"."""
    word = doc[name.start]
    beside = [doc[i] for i in (name.start - 1, name.end) if 0 <= i < len(doc)]
    alone = name.end - name.start == 1 and not any(t.is_upper and t.is_alpha for t in beside)
    body = name.kind in {"person", None} and alone and word.is_upper and word.is_alpha and len(word) > _INITIALS
    return name._replace(kind="organization") if body else name


def as_firms(doc: Any, names: list[Name]) -> Iterator[Name]:
    """Names -> those of firms called so: "Duarte Steel Inc.", and elsewhere in the text "Duarte Steel".

    Not where the text has a person of that surname, or one whose whole name it has before the firm's, or somebody in a
    place of that name.
    """
    forms = frozenset(load("bodies.yaml")["legal forms"])
    told = [(n, tuple(doc[i].text for i in range(n.start, n.end))) for n in names]
    firms: dict[tuple[str, ...], int] = {}  # by name, where it is told with what it ends in for the first time
    for name, called in told:
        if len(called) > 1 and called[-1] in forms:
            firms[called[:-1]] = min(name.start, firms.get(called[:-1], name.start))
    persons = {w[-1] for n, w in told if n.kind == "person" and len(w) > 1 and n.start < firms.get(w, n.end)}
    others = persons | {w[-1] for n, w in told if _is_another(doc, n)}
    for name, called in told:
        own = called[:-1] in firms and called[-1] in forms
        again = called in firms and called[-1] not in others
        yield name._replace(kind="organization") if name.found is None and (own or again) else name


def _is_another(doc: Any, name: Name) -> bool:
    """Whether the word before a name makes it somebody's, or a place where somebody is."""
    before = doc[name.start - 1] if name.start else None
    if before is None:
        return False
    addressed = title(before.text) is not None and bool(before.text[:1].isupper())
    return addressed or (name.kind == "place" and before.lower_ in _WHERE)
