"""The words Rashomon uses, as frozen values: one noun a stage of certainty."""

from rashomon.model.article import READ_KINDS, Article, Block, BlockKind, Failure, Published, make_article
from rashomon.model.claim import AmountSlot, Claim, ClaimKind, DateSlot, EntitySlot, Hop, HopKind, Slot, TextSlot
from rashomon.model.codec import decode_reading, encode_reading
from rashomon.model.entity import Entity
from rashomon.model.findings import (
    Act,
    Amount,
    Attribution,
    AttributionKind,
    EntityKind,
    Equal,
    Event,
    Mention,
    MentionForm,
    Quotation,
    Sentence,
    Status,
    Undertaking,
    UndertakingKind,
)
from rashomon.model.identity import hashed
from rashomon.model.reading import Encoding, Finding, Reading, Syntax
from rashomon.model.record import (
    Account,
    Affair,
    BriefSentence,
    Copy,
    Dating,
    Difference,
    Ledger,
    LedgerRow,
    Line,
    MadeBy,
    Moment,
    Place,
    Record,
    Silence,
    Standing,
    Story,
    StoryEntity,
    Value,
)
from rashomon.model.span import Span, hull
from rashomon.model.time import DayElsewhere, Time, TimeExpression, TimexType
from rashomon.model.unresolved import Unresolved

__all__ = [
    "READ_KINDS", "Account", "Act", "Affair", "Amount", "AmountSlot", "Article", "Attribution", "AttributionKind",
    "Block", "BlockKind", "BriefSentence", "Claim", "ClaimKind", "Copy", "DateSlot", "Dating", "DayElsewhere",
    "Difference", "Encoding", "Entity", "EntityKind", "EntitySlot", "Equal", "Event", "Failure", "Finding", "Hop",
    "HopKind", "Ledger", "LedgerRow", "Line", "MadeBy", "Mention", "MentionForm", "Moment", "Place", "Published",
    "Quotation", "Reading", "Record", "Sentence", "Silence", "Slot", "Span", "Standing", "Status", "Story",
    "StoryEntity", "Syntax", "TextSlot", "Time", "TimeExpression", "TimexType", "Undertaking", "UndertakingKind",
    "Unresolved", "Value", "decode_reading", "encode_reading", "hashed", "hull", "make_article",
]  # fmt: skip
