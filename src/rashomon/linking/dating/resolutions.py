"""Resolutions of the UN Security Council that a text names by their numbers, and the words that tell their adoption."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from rashomon.linking.dating.kinds import lemmas
from rashomon.text.grammar import subjects

_NUMBER = r"\d{3,4}(?![\d/-])(?!,\d)(?:\s?\(\d{4}\))?"
_NAMED = re.compile(
    rf"\b(?:resolution|unscr)(?P<many>s)?\s+(?:nos?\.\s*|numbers?\s+)?"
    rf"(?P<first>{_NUMBER})(?(many)(?P<more>(?:(?:,?\s+(?:and|or|&)\s+|,\s*){_NUMBER})*))",
    re.IGNORECASE,
)
_EACH = re.compile(r"(?P<number>\d{3,4})(?:\s?\((?P<year>\d{4})\))?")
_COUNCILS = r"(?:rights|city|town|county|village|borough|municipal|student|regional|provincial|tribal|state) council"
_OTHERS = (
    rf"(?:house|senate|congress\w*|joint|concurrent|assembly|parliament\w*|legislat\w+|knesset|commission|agency|league|"
    rf"{_COUNCILS}|iaea|oas|union|city|county|draft)"
)
"""What stands with the name of a resolution that is none of the Security Council."""
_OF_OTHERS_BEFORE = re.compile(rf"\b{_OTHERS}(?:['’]s)?\s+$", re.IGNORECASE)
_OF_OTHERS_AFTER = re.compile(rf"\s+(?:of|by|in)\s+(?:the\s+)?(?:\S+\s+){{0,2}}{_OTHERS}\b", re.IGNORECASE)
_OTHER = re.compile(
    rf"\b(?:{_COUNCILS}|senate|congress|legislature|parliament|house of representatives|general assembly)\b",
    re.IGNORECASE,
)
"""Bodies that number their resolutions as well."""
_OF_COUNCIL_BEFORE = re.compile(
    r"(?:\b(?:security council|united nations)|\bu\.n\.|(?-i:\bUN))(?:['’]s)?\s+$", re.IGNORECASE
)
_COUNCIL = re.compile(r"\bsecurity council\b|\bunscrs?\b|\bu\.n\.|\bunited nations\b|(?-i:\bUN\b)", re.IGNORECASE)
_ADOPTING = re.compile(r"\b(?:council|u\.n\.|united nations|members|ambassadors)\b|(?-i:\bUN\b)", re.IGNORECASE)

_ADOPTION = frozenset({"adoption", "passage", "approval"})
_BETWEEN = frozenset({"which", "that", "was", "were"})
"""Words between a resolution and the participle that tells its adoption."""


class Named(NamedTuple):
    """A resolution named in a text: its number, the year given with it (0 for none), and its place."""

    number: int
    year: int
    start: int
    end: int


def resolutions_in(text: str, start: int, end: int, whole: str, since: int) -> Iterator[Named]:
    """Text, a stretch of it, and the whole in lower case -> the Council's resolutions named in the stretch.

    The text must speak of the Council, or the words from ``since`` on of the United Nations.
    """
    if whole and not _names_any(whole):
        return
    matches = list(_NAMED.finditer(text, start, end))
    if not matches or not (_names_council(whole) or _COUNCIL.search(text, since, end)):
        return
    alone = not _names_other(whole)
    for match in (m for m in matches if not _is_of_others(text, m) and (alone or _is_of_council(text, m))):
        for each in _EACH.finditer(text, match.start("first"), match.end()):
            first = each.start() == match.start("first")
            place = match.start() if first else each.start()
            yield Named(int(each["number"]), int(each["year"] or 0), place, each.end("number"))


@lru_cache(maxsize=4)
def _names_any(whole: str) -> bool:
    """Whole text in lower case -> whether it speaks of resolutions; asked for each sentence, found out once."""
    return "resolution" in whole or "unscr" in whole


@lru_cache(maxsize=4)
def _names_council(whole: str) -> bool:
    return "security council" in whole


@lru_cache(maxsize=4)
def _names_other(whole: str) -> bool:
    """Whole text in lower case -> whether it speaks of another body that numbers its resolutions."""
    return _OTHER.search(whole) is not None


def _is_of_others(text: str, match: re.Match[str]) -> bool:
    """Whether the words around a resolution give it to another body: "House Resolution 700"."""
    before = text[max(0, match.start() - 30) : match.start()]
    return bool(_OF_OTHERS_BEFORE.search(before) or _OF_OTHERS_AFTER.match(text, match.end()))


def _is_of_council(text: str, match: re.Match[str]) -> bool:
    """Whether the words before a resolution, or those for it, give it to the Security Council."""
    before = text[max(0, match.start() - 30) : match.start()]
    return match[0].lower().startswith("unscr") or bool(_OF_COUNCIL_BEFORE.search(before))


def adoption(word: Any, end: int) -> tuple[Any, ...]:
    """The word that names a resolution, and where its name ends -> the words that tell its adoption, () where none do.

    Others approve of it as well: who adopts it in the active is the Council, its members, or the United Nations. Who
    votes on it does so as it is adopted.
    """
    above = word.head
    if word.dep_ == "nsubjpass" and _adopts(above):
        return (above,)
    if word.dep_ == "dobj" and _adopts(above):
        return _with_governor(above) if any(map(_is_council, subjects(above))) else ()
    if word.dep_ == "pobj" and (_votes(above.head) or (above.lower_ == "of" and above.head.lower_ in _ADOPTION)):
        return _with_governor(above.head)
    return _after(word.doc, end)


def _is_council(noun: Any) -> bool:
    words = " ".join(t.text for t in noun.subtree)
    return bool(_ADOPTING.search(words)) and not _OTHER.search(words)


def _adopts(verb: Any) -> bool:
    return bool(verb.pos_ == "VERB" and verb.lemma_.lower() in lemmas("adopts"))


def _votes(verb: Any) -> bool:
    return bool(verb.pos_ == "VERB" and verb.lemma_.lower() == "vote")


def _with_governor(verb: Any) -> tuple[Any, ...]:
    """A verb -> it, and the one that it completes: "voted to adopt"."""
    return (verb, verb.head) if verb.dep_ == "xcomp" and _votes(verb.head) else (verb,)


def _after(doc: Any, end: int) -> tuple[Any, ...]:
    """Document, and where a name ends -> the participle that follows it: "Resolution 1264, unanimously adopted"."""
    for token in doc[next((t.i for t in doc if t.idx >= end), len(doc)) :]:
        if _adopts(token):
            return (token,) if token.tag_ == "VBN" else ()
        if not (token.is_punct or token.pos_ == "ADV" or token.lower_ in _BETWEEN):
            break
    return ()
