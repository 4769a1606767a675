"""A claim: a finding on somebody's word."""

import datetime as dt
from typing import Literal

import msgspec

from rashomon.model.findings import Equal
from rashomon.model.span import Span

HopKind = Literal[
    "outlet",
    "agency",
    "newspaper",
    "broadcaster",
    "official-site",
    "state-media",
    "ministry",
    "government",
    "think-tank",
    "document",
    "person",
    "unnamed",
    "organization",
    "unresolved",
]
ClaimKind = Literal["event", "statement", "undertaking", "figure", "background"]


class Hop(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """One link of a chain: on whose word. ``entity`` is the id within the article, ``span`` the words that name it."""

    name: str
    kind: HopKind
    entity: str | None = None
    span: Span | None = None


class EntitySlot(msgspec.Struct, frozen=True, tag="entities", tag_field="is"):
    """Who: entity ids (of the article; of the story once woven), the name shown, and the words in the text."""

    entities: tuple[str, ...]
    text: str
    span: Span | None = None


class DateSlot(msgspec.Struct, frozen=True, tag="date", tag_field="is"):
    """When: first and last day it can have been, and the words that say so (for a known public event its source)."""

    earliest: dt.date | None
    latest: dt.date | None
    text: str
    span: Span | None = None


class AmountSlot(msgspec.Struct, frozen=True, tag="amount", tag_field="is"):
    """How much: value to high of a unit, per a period, of something; ``also`` in other units that the text gives."""

    value: float
    high: float
    unit: str
    text: str
    per: str | None = None
    of: str | None = None
    bound: str = "exactly"
    span: Span | None = None
    also: tuple[Equal, ...] = ()


class TextSlot(msgspec.Struct, frozen=True, tag="text", tag_field="is"):
    """Words or a fixed term: content, terms, place, status, event type."""

    text: str
    span: Span | None = None


Slot = EntitySlot | DateSlot | AmountSlot | TextSlot


class Claim(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """A finding on somebody's word, with its chain, outermost first: outlet <- relay(s) <- source.

    ``finding`` is the id of the attribution, event or undertaking that it was folded from; a figure has the id of
    none. ``within`` is the id of the attribution whose content it lies in, None where the author says it himself.
    Slot names: type, mode, status, trigger (of an event), actor, recipient, when, where, what, amount, condition, act,
    kind (of a statement: direct, mixed, indirect), denied, addressee, instrument (name of the accord it is about),
    measure, measure_by, measure_on (sanctions, tariffs, limits, a truce or an accord without a name that it is about,
    and between whom), sentence (of a statement's cue), topic (what a statement speaks of that begins with "they" or
    "it"), said (of what is told within a statement: when that was made). ``when`` is the time of the claim's own deed:
    of a statement, the saying. When it was reported stands with the account.
    """

    id: str
    article: str
    kind: ClaimKind
    finding: str
    evidence: tuple[Span, ...]
    chain: tuple[Hop, ...]
    slots: dict[str, Slot]
    within: str | None = None

    @property
    def when(self) -> DateSlot | None:
        """When its own deed took place: what happened, or the saying."""
        return self._days("when")

    @property
    def happened(self) -> DateSlot | None:
        """When what it tells happened or is to happen; of a statement nothing, whatever times stand in its content."""
        return None if self.kind == "statement" else self._days("when")

    @property
    def said(self) -> DateSlot | None:
        """When the statement was made that it is, or that it is told in."""
        return self._days("when" if self.kind == "statement" else "said")

    def _days(self, name: str) -> DateSlot | None:
        slot = self.slots.get(name)
        return slot if isinstance(slot, DateSlot) else None
