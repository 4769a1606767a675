"""A record: a story's lines in a fixed order, its entities, timeline and brief."""

import datetime as dt
from typing import Literal

import msgspec

from rashomon.model.article import Article, Block, Failure, Published
from rashomon.model.claim import Claim, ClaimKind
from rashomon.model.findings import EntityKind, Status
from rashomon.model.span import Span
from rashomon.model.unresolved import Unresolved
from rashomon.registry import RENDERERS, find

Standing = Literal["agree", "compatible", "differ", "single"]
Dating = Literal["happening", "saying"]
"""What a line's days are the days of: when it happened, or when it was said. When it came out, its account tells."""


class Place(msgspec.Struct, frozen=True, order=True):
    """Characters of one article of the story."""

    article: str
    start: int
    end: int


class StoryEntity(msgspec.Struct, frozen=True):
    """One somebody or something under all its names in all the accounts of a story."""

    id: str
    name: str
    kind: EntityKind
    mentions: tuple[Place, ...]
    code: str | None = None
    roles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Silence(msgspec.Struct, frozen=True):
    """An account that does not have a line, and why that may be."""

    article: str
    reason: str


class Value(msgspec.Struct, frozen=True, order=True):
    """What one account gives for a slot, and where."""

    article: str
    value: str
    start: int
    end: int


class Difference(msgspec.Struct, frozen=True):
    """A slot in which the accounts of one line part, with what each gives.

    ``conflict`` tells values that cannot hold together from a finer grain or another wording. ``note`` says why values
    cannot be held against each other at all.
    """

    slot: str
    values: tuple[Value, ...]
    conflict: bool
    note: str = ""


class Line(msgspec.Struct, frozen=True):
    """What a story's claims on one matter come to. ``independent`` = number of distinct ``origins``, not of outlets.

    ``contained`` are undertakings named within what is said in the line's statements, on the speaker's word alone: the
    breach that he alleges, the refusal he complains of. They bear on neither standing nor differences. ``circular`` are
    the articles that have it from one another: A cites B, and B cites A. ``likely`` are the ids of the claims that
    likely tell the line's matter, and do not surely: ``origins`` are those of the others.
    """

    id: str
    kind: ClaimKind
    summary: str
    standing: Standing
    claims: tuple[Claim, ...]
    silent: tuple[Silence, ...]
    origins: tuple[str, ...]
    independent: int
    differences: tuple[Difference, ...] = ()
    contained: tuple[Claim, ...] = ()
    circular: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    earliest: dt.date | None = None
    latest: dt.date | None = None

    @property
    def dating(self) -> Dating:
        """What its days are the days of."""
        return "saying" if self.kind == "statement" else "happening"

    @property
    def told_in(self) -> frozenset[str]:
        """The articles that surely tell it."""
        return frozenset(claim.article for claim in self.claims if claim.id not in self.likely)


class Moment(msgspec.Struct, frozen=True):
    """A dated place on the timeline: a line, the days it can have been, and who dates it so in which words.

    A line whose date the accounts dispute stands there once for each date. ``articles`` are those that give these days,
    ``words`` their words for them. An end of the interval that nothing tells is None.
    """

    line: str
    earliest: dt.date | None
    latest: dt.date | None
    text: str
    disputed: bool = False
    of: Dating = "happening"
    articles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class LedgerRow(msgspec.Struct, frozen=True):
    """What was done about an instrument, as lines of the record tell it: nothing is read for it anew.

    ``act`` is a word of ``acts.yaml`` ("made", "left", "said to be broken"). ``lines`` are the ids of the lines that
    tell it, the one with its day first; ``claims``, of their claims and those named within them, the ids of those about
    it. ``by`` and ``toward`` are whom these name, ``word`` on whose word they are. ``earliest`` and ``latest`` are days
    of what ``of`` says: of a claim of breach, when it was said. ``status`` are those that the claims give, sorted; none
    for what is only somebody's word about the instrument, which nothing here takes for a deed.
    """

    act: str
    lines: tuple[str, ...]
    claims: tuple[str, ...]
    evidence: tuple[Place, ...]
    articles: tuple[str, ...]
    by: tuple[str, ...]
    toward: tuple[str, ...]
    word: tuple[str, ...]
    status: tuple[Status, ...]
    origins: tuple[str, ...]
    independent: int
    earliest: dt.date | None = None
    latest: dt.date | None = None
    of: Dating = "happening"


class Ledger(msgspec.Struct, frozen=True):
    """One instrument under all its names, and what the accounts tell was done about it, in order of time.

    ``kind`` is accord, truce, sanctions, tariffs or limits; ``called`` what each account calls it, and where.
    """

    id: str
    name: str
    kind: str
    called: tuple[Value, ...]
    rows: tuple[LedgerRow, ...]


class BriefSentence(msgspec.Struct, frozen=True):
    """A sentence of the brief and the ids of the lines that it rests on."""

    text: str
    lines: tuple[str, ...]


class Account(msgspec.Struct, frozen=True):
    """An article as one account of a story: ``label`` (A, B, ...), the name shown, its day, blocks and credit lines.

    ``quoted`` are the stretches that stand in somebody's own words: the rest is the author's voice.
    """

    label: str
    name: str
    article: Article
    published: Published | Unresolved
    blocks: tuple[Block, ...]
    credits: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()


class Copy(msgspec.Struct, frozen=True, order=True):
    """An article that is a copy, a reprint or an excerpt of another, and of which: the earlier, else the longer."""

    article: str
    of: str


class Story(msgspec.Struct, frozen=True):
    """One happening and the articles on it; ``earliest`` and ``latest`` are when these came out, not when it was.

    ``who`` are names that most of the articles have, ``copies`` those of them that have their words from another.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    earliest: dt.date | None = None
    latest: dt.date | None = None
    where: str | None = None
    who: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()


class Affair(msgspec.Struct, frozen=True):
    """What runs for weeks: its stories, the happenings of its days, by first day and title; often it is but one."""

    id: str
    title: str
    stories: tuple[Story, ...]
    earliest: dt.date | None = None
    latest: dt.date | None = None


class MadeBy(msgspec.Struct, frozen=True):
    """What made a record: version, settings, and the models with their versions."""

    version: str
    settings: dict[str, str]
    models: dict[str, str]


class Record(msgspec.Struct, frozen=True):
    """A story's lines in a fixed order, its accounts, entities, timeline and brief."""

    story: Story
    accounts: tuple[Account, ...]
    entities: tuple[StoryEntity, ...]
    lines: tuple[Line, ...]
    timeline: tuple[Moment, ...]
    brief: tuple[BriefSentence, ...]
    failures: tuple[Failure, ...]
    made_by: MadeBy
    ledgers: tuple[Ledger, ...] = ()

    def _repr_html_(self) -> str:
        """The record as a notebook shows it."""
        shown: str = find(RENDERERS, "notebook")(self)
        return shown
