"""Surnames that several share -> whom one alone calls, and the surname of somebody who is told by a first name."""

import re
from collections.abc import Mapping
from typing import Any

from rashomon.lexicon.leaders import gender_of
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.speakers import is_main
from rashomon.model import Mention, Span
from rashomon.text.grammar import SUBJECTS, head_of

_AND = re.compile(r"\s+and\s+")
_LEFT_BEHIND = frozenset({"widow", "widower"})
"""Who bears the name of somebody dead, so that the name alone is theirs from then on."""


def shared_surnames(cast: Cast, parts: Mapping[Mention, tuple[str, ...]]) -> dict[Mention, str]:
    """Persons' names and the words of each -> the surname of a first name that shares it: "Bo and Liv Aas".

    Where the word is no first name that is known, the text has to call them by their surname together: "the Aases".
    So has a widow whose first name alone is told the surname: "Aas's widow, Liv". Who says more as "Aas" is she.
    """
    starts = {mention.span.start: mention for mention in parts}
    surnames = {words[-1] for words in parts.values() if len(words) > 1}
    found: dict[Mention, str] = {}
    for mention, words in parts.items():
        of = _widow_of(cast.head(mention)) if len(words) == 1 else None
        if of is not None and words[0] not in surnames and of.lower_ in surnames:
            found[mention] = of.text
            continue
        joined = _AND.match(cast.plain, mention.span.end)
        whole = starts.get(joined.end()) if joined else None
        if whole is None or len(words) != 1 or len(parts[whole]) < 2 or words[0] in surnames:
            continue
        surname = whole.span.of(cast.text).split()[-1]
        if gender_of((*words, surname)) or re.search(rf"\bthe {re.escape(surname)}e?s\b", cast.plain):
            found[mention] = surname
    return found


def spoken_of(cast: Cast, mention: Mention, bearers: list[Draft]) -> Draft:
    """A surname alone and all who bear it, the first of the text first -> whom it calls.

    Whom its own sentence or the one before told something of last, rather than by the way, but who goes by a first
    name; else the first.
    """
    if mention.modifier:  # "Liv Aas tells Aas supporters"
        return bearers[0]
    here = cast.sentence(mention.span.start)
    lately: list[tuple[bool, Span, Draft]] = []
    for draft in bearers:
        before = [span for span in draft.mentions if span < mention.span]
        near = [s for s in before if here - cast.sentence(s.start) <= 1 and _is_told_of(head_of(cast.doc, s))]
        if near and not any(_is_called_by_first_name(cast, draft, span) for span in before):
            leads = [_is_in_front(head_of(cast.doc, span)) for span in near]
            lately.append((any(leads), max(near), draft))
    return max(lately, key=lambda told: told[:2])[2] if lately else bearers[0]


def _is_in_front(name: Any) -> bool:
    """Whether a subject is no one's relative told of by the way: "Liv Aas, whose brother, [Bo Aas], died"."""
    while name.dep_ == "appos":
        name = name.head
        if any(c.tag_ == "WP$" for c in name.children):
            return False
    return is_main(name)


def _is_told_of(name: Any) -> bool:
    """Whether a name, or the noun that it stands beside, is a subject, or what the parser hangs its sentence on."""
    while name.dep_ == "appos":
        name = name.head
    return name.dep_ in {*SUBJECTS, "ROOT"}


def _is_called_by_first_name(cast: Cast, draft: Draft, span: Span) -> bool:
    """Whether a mention of somebody is the first name alone, and does not only bring them in: "Aas's widow, Liv"."""
    alone = span.of(cast.text) == draft.name.split()[0]
    return alone and _widow_of(head_of(cast.doc, span)) is None


def _widow_of(name: Any) -> Any:
    """Name beside a noun -> the name of whose widow or widower it is, else None: "[Aas]'s widow, Liv"."""
    kin = name.head
    if name.dep_ != "appos" or kin.lower_ not in _LEFT_BEHIND:
        return None
    return next((c for c in kin.lefts if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
