"""Encoding -> runs of words that are a source, a cue or a content, and which of them belong together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np

from rashomon.encoder.roles import LABELS
from rashomon.model import READ_KINDS, Block, Encoding, Reading, Sentence

T = TypeVar("T")
_NEVER = -1e4
_GAP = 3
"""Tokens without a role that may part a content in two by mistake; set on PolNeAR dev."""
_UNSEEN = -9.0
"""Log-probability of a link that is not among the likeliest of its word."""


@dataclass(frozen=True)
class Run:
    """Tokens from ``first`` up to but without ``stop`` that carry one role."""

    role: str
    first: int
    stop: int

    @property
    def tokens(self) -> range:
        """The numbers of its tokens."""
        return range(self.first, self.stop)


@dataclass
class Tagged:
    """A cue with its source and the pieces of its content."""

    cue: Run
    source: Run | None = None
    content: list[Run] = field(default_factory=list)


def decoded(reading: Reading, encoding: Encoding) -> list[Tagged]:
    """Reading and its encoding -> cues with what is linked to them, in text order."""
    found = list(runs(reading, encoding))
    cues = [Tagged(run) for run in found if run.role == "cue"]
    cue_at = {token: cue for cue in cues for token in cue.cue.tokens}
    source_at = {token: run for run in found if run.role == "source" for token in run.tokens}
    for run in found:
        if run.role == "content" and (mine := _linked(encoding, run, cue_at)) is not None:
            mine.content.append(run)
    tags = {token for run in found for token in run.tokens}
    for cue in cues:
        cue.content = _filled(reading.doc, cue.content, tags)
        cue.source = _linked(encoding, cue.cue, source_at)
    return cues


def _filled(doc: Any, pieces: list[Run], tags: set[int]) -> list[Run]:
    """Pieces of a content, and all tokens with a role -> the same, joined where only a word or two stand between."""
    out: list[Run] = []
    for run in pieces:
        gap = range(out[-1].stop, run.first) if out else range(0)
        apart = tags & set(gap) or any(doc[i].is_sent_start for i in (*gap, run.first))
        if out and len(gap) <= _GAP and not apart:
            out[-1] = Run("content", out[-1].first, run.stop)
        else:
            out.append(run)
    return out


def _linked(encoding: Encoding, run: Run, at: Mapping[int, T]) -> T | None:
    """Run, and by token those it may belong to -> the one that its words point at together, None for none."""
    linked, weights = encoding.linked[run.first : run.stop], encoding.weights[run.first : run.stop]
    best, most = None, -np.inf
    for token in np.unique(linked).tolist():
        score = float(np.where(linked == token, weights, _UNSEEN).max(axis=1).sum())
        if score > most and (token in at or token == -1):
            best, most = at.get(token), score
    return best


def runs(reading: Reading, encoding: Encoding) -> Iterator[Run]:
    """Reading and encoding -> its runs in text order: the likeliest that are legal, block by block."""
    doc = reading.doc
    starts, blank = doc.to_array(["IDX", "IS_SPACE"]).astype(np.int64).T
    begins = np.isin(starts, [s.span.start for s in reading.of(Sentence)])
    for block in reading.of(Block):
        if block.kind in READ_KINDS:
            first, stop = np.searchsorted(starts, [block.span.start, block.span.end])
            tokens = first + np.flatnonzero(blank[first:stop] == 0)
            if len(tokens):
                yield from _runs(tokens.tolist(), best_path(encoding.roles[tokens], begins[tokens].tolist()))


def best_path(scores: Any, begins: list[bool]) -> list[int]:
    """Log-probabilities [words, labels] and which words begin a sentence -> the likeliest legal labels.

    Inside a role a word can only follow a word of the same role; sources and cues do not cross sentences.
    """
    likeliest = scores.argmax(axis=1)
    before, after = likeliest[:-1], likeliest[1:]
    barred = np.where(begins[1:], _ACROSS[before, after], _WITHIN[before, after])
    if _MAY_BEGIN[likeliest[0]] and not barred.any():
        path: list[int] = likeliest.tolist()
        return path
    total = np.where(_MAY_BEGIN, scores[0], _NEVER)
    back: list[Any] = []
    for step, begin in zip(scores[1:], begins[1:], strict=True):
        moves = total[:, None] + (_ACROSS if begin else _WITHIN)
        back.append(moves.argmax(axis=0))
        total = moves.max(axis=0) + step
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def _moves(*, across: bool) -> Any:
    moves = np.zeros((len(LABELS), len(LABELS)))
    for before, left in enumerate(LABELS):
        for after, right in enumerate(LABELS):
            if right.startswith("I-") and (left[2:] != right[2:] or (across and right != "I-content")):
                moves[before, after] = _NEVER
    return moves


_WITHIN, _ACROSS = _moves(across=False), _moves(across=True)
_MAY_BEGIN = np.array([not label.startswith("I-") for label in LABELS])


def _runs(tokens: list[int], labels: list[int]) -> Iterator[Run]:
    first: int | None = None
    for at, label in enumerate([*labels, 0]):
        if first is not None and not LABELS[label].startswith("I-"):
            yield Run(LABELS[labels[first]][2:], tokens[first], tokens[at - 1] + 1)
            first = None
        if LABELS[label].startswith("B-"):
            first = at
