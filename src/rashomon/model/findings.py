"""What readers find in one article. Every finding points at characters of the text; none alters another."""

from typing import Literal

import msgspec

from rashomon.model.span import Span

MentionForm = Literal["name", "nominal", "pronoun"]
EntityKind = Literal["person", "state", "organization", "outlet", "group", "place", "unnamed"]
AttributionKind = Literal["direct", "mixed", "indirect"]
Act = Literal["speech", "belief", "intention", "document"]
Status = Literal["happened", "planned", "denied", "hypothetical"]
UndertakingKind = Literal[
    "pledge", "agreement", "demand", "refusal", "sanction", "limit", "withdrawal", "breach-claim",
    "confirmation", "extension", "amendment", "suspension", "resumption", "relief", "entry-into-force", "termination",
]  # fmt: skip


class Sentence(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """A sentence of a block that is read; sentences never cross blocks."""

    span: Span


class Quotation(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """A quoted stretch: ``span`` with its marks, ``inner`` without; ``complete`` if both marks are there.

    A block quote after a colon, or a paragraph of a quotation that runs over several, is a stretch of its own.
    ``level`` is 1 outermost, 2 for a quotation in a quotation. ``scare`` marks a word or two in quotation marks,
    which are somebody's wording but need not be an utterance.
    """

    span: Span
    inner: Span
    level: int = 1
    complete: bool = True
    scare: bool = False


class Mention(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """Words that refer to somebody or something: the whole phrase, its head, and what it seems to name.

    ``kind`` is None where the words alone do not tell ("they", "the paper"). ``modifier`` marks a mention that only
    modifies another noun ("Trump's withdrawal", "Iranian president": the state, not the president).
    """

    span: Span
    head: Span
    form: MentionForm
    kind: EntityKind | None = None
    modifier: bool = False


class Equal(msgspec.Struct, frozen=True):
    """An amount in another unit: ``value`` to ``high`` of it."""

    value: float
    high: float
    unit: str


class Amount(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """A quantity: ``value`` to ``high`` (equal unless a range) of ``unit`` (singular, lower case), ``per`` a period.

    ``of`` covers the words for what is counted ("crude oil"); ``bound`` is how exact the figure is told to be.
    ``also`` is the same in other units as the text itself gives it, or by a rate that it states.
    """

    span: Span
    value: float
    high: float
    unit: str
    per: str | None = None
    of: Span | None = None
    bound: Literal["exactly", "about", "nearly", "over", "at least", "under", "at most"] = "exactly"
    also: tuple[Equal, ...] = ()


class Attribution(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """Somebody's word: source, cue and content (PARC 3, PolNeAR), each in one or more pieces in text order.

    ``relay`` is the source's words of a further hop outside the source: "a diplomatic source was quoted as saying by
    [South Korea's Chosun Ilbo newspaper]", outermost first. ``denied`` is the polarity of the cue ("denied",
    "did not say"). ``addressee`` covers the words for whom it was said to. ``stated`` tells whether the text says in so
    many words that somebody said, thought or meant it: with a source, by a cue that the lexicon knows or in quotation
    marks, and not as what may or would be said. Of the others only the voice is known: it is not the author's own.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    act: Act = "speech"
    denied: bool = False
    addressee: Span | None = None
    relay: tuple[Span, ...] = ()
    stated: bool = True


class Event(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """A PLOVER 2 event: trigger words, type and mode, and the words for its actors, recipients, time and place.

    ``background`` marks what the article tells as older than its own news.
    """

    id: str
    trigger: Span
    sentence: Span
    type: str
    mode: str | None = None
    actor: tuple[Span, ...] = ()
    recipient: tuple[Span, ...] = ()
    time: Span | None = None
    place: Span | None = None
    status: Status = "happened"
    background: bool = False


class Undertaking(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """Something pledged, agreed, demanded, refused, imposed, limited, left, or said to be broken.

    Or an accord that is confirmed, extended, amended, suspended or resumed, or a measure lifted or eased ("relief").
    ``parties`` are the words for who undertakes or imposes, ``toward`` for whom it is owed to or aimed at, ``what`` its
    terms, ``amount`` the figure in it, ``condition`` its "until", "unless" or "in exchange for".
    """

    id: str
    kind: UndertakingKind
    evidence: Span
    cue: Span
    what: Span
    parties: tuple[Span, ...] = ()
    toward: tuple[Span, ...] = ()
    amount: Span | None = None
    condition: Span | None = None
    time: Span | None = None
    status: Status = "happened"
