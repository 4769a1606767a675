"""Sentences -> whose words they are: the author's own voice told from every voice that he only reports."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rashomon.model import Attribution, Reading, Sentence, Span
from rashomon.text.grammar import SUBJECTS, head_of


class Voice(NamedTuple):
    """A stretch of one sentence in one voice: that of an attribution's source, by its id; None is the author's."""

    span: Span
    attribution: str | None


def voices(reading: Reading) -> Iterator[Voice]:
    """Reading with its attributions -> every sentence in stretches of one voice each, in text order, without gaps.

    What lies in several contents is in the voice of the smallest. Source and cue are the author's: he is the one who
    says that it was said.
    """
    waiting = sorted(((c, a.id) for a in voiced(reading) for c in a.content), reverse=True)
    open_: list[tuple[Span, str]] = []
    for sentence in reading.of(Sentence):
        while waiting and waiting[-1][0].start < sentence.span.end:
            open_.append(waiting.pop())
        open_ = [(c, name) for c, name in open_ if c.end > sentence.span.start]
        yield from _stretches(sentence.span, sorted(open_, key=lambda held: (len(held[0]), held)))


def voiced(reading: Reading) -> list[Attribution]:
    """Reading -> its attributions in whose content somebody else than the author speaks.

    An attribution that is not stated speaks by quotation marks or a clause of its own; "imposed [a tariff on steel]"
    lays an intention to somebody in the author's words.
    """
    return [
        found
        for found in reading.of(Attribution)
        if found.stated or found.kind != "indirect" or any(_is_clause(reading, c) for c in found.content)
    ]


def _is_clause(reading: Reading, content: Span) -> bool:
    """Whether the words are a clause with a subject of its own."""
    verb = head_of(reading.doc, content)
    inside = (c for c in verb.children if content.start <= c.idx < content.end)
    return verb.pos_ in {"VERB", "AUX"} and any(c.dep_ in SUBJECTS for c in inside)


def _stretches(sentence: Span, contents: list[tuple[Span, str]]) -> Iterator[Voice]:
    """Sentence and the contents that meet it, the smallest first -> its stretches."""
    cuts = {sentence.start, sentence.end, *(at for c, _ in contents for at in (c.start, c.end))}
    held: Voice | None = None
    for start, end in pairwise(sorted(at for at in cuts if sentence.start <= at <= sentence.end)):
        whose = next((name for c, name in contents if c.start <= start and end <= c.end), None)
        if held is not None and held.attribution != whose:
            yield held
            held = None
        held = Voice(Span(held.span.start if held else start, end), whose)
    if held is not None:
        yield held
