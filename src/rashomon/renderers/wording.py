"""The words each account has for somebody, a deed or an accord: in its own voice, and only in quotation marks.

No score: the words side by side, with their places.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.model import Account, Line, Place, Span, StoryEntity
from rashomon.renderers.words import one_line
from rashomon.weighing.compared.sentences import words

Voice = Literal["own", "quoted"]
_MARKS = frozenset("“”„\"«»‘’'")
_NAMING = ("trigger", "instrument")


@dataclass(frozen=True)
class Label:
    """What an account calls something, in one voice, and where."""

    article: str
    words: str
    voice: Voice
    places: tuple[Span, ...]


def entity_labels(entity: StoryEntity, accounts: Mapping[str, Account]) -> list[Label]:
    """Entity and a record's accounts by article -> its labels, pronouns aside."""
    loose = words("pronouns") | words("pointing") | words("own")
    found = _labels(entity.mentions, accounts)
    return [x for x in found if x.words.lower() not in loose and not x.words.endswith(("self", "selves"))]


def line_labels(line: Line, accounts: Mapping[str, Account]) -> list[Label]:
    """Line of a deed and a record's accounts by article -> verbs and nouns for it, and what its accord is called."""
    slots = ((c.article, c.slots[name].span) for c in line.claims for name in _NAMING if name in c.slots)
    return _labels((Place(article, span.start, span.end) for article, span in slots if span), accounts)


def in_words(labels: Sequence[Label]) -> str:
    """Labels of one account -> "the caravan ×3, “an invasion”": what it only quotes stands in quotation marks."""
    own = {label.words for label in labels if label.voice == "own"}
    return ", ".join(_shown(label) for label in labels if label.voice == "own" or label.words not in own)


def _shown(label: Label) -> str:
    text = label.words if label.voice == "own" else f"“{label.words}”"
    return f"{text} ×{len(label.places)}" if len(label.places) > 1 else text


def _labels(places: Iterable[Place], accounts: Mapping[str, Account]) -> list[Label]:
    """Places -> labels, by account, its own voice before what it quotes, the most frequent first."""
    found: dict[tuple[str, Voice, str], list[Span]] = {}
    for place in sorted(set(places)):
        account, span = accounts[place.article], Span(place.start, place.end)
        key = (place.article, _voice(account, span), lowered(one_line(span.of(account.article.text))))
        found.setdefault(key, []).append(span)
    order = {article: number for number, article in enumerate(accounts)}
    ordered = sorted(found.items(), key=lambda item: (order[item[0][0]], item[0][1], -len(item[1]), item[1]))
    return [Label(article, text, voice, tuple(spans)) for (article, voice, text), spans in ordered]


def lowered(text: str) -> str:
    """Words -> the same with a small letter where only the beginning of a sentence made it a capital."""
    return re.sub(r"^(?:The|An?|His|Her|Its|Their)\b(?= )", lambda found: found[0].lower(), text)


def _voice(account: Account, span: Span) -> Voice:
    """Whether words stand in quotation marks, be it as part of what somebody said or by themselves."""
    text = account.article.text
    alone = {text[span.start - 1 : span.start], text[span.end : span.end + 1].strip(".,")} <= _MARKS
    return "quoted" if alone or any(quoted.covers(span) for quoted in account.quoted) else "own"
