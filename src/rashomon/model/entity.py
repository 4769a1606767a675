"""Who or what the mentions of an article refer to."""

import msgspec

from rashomon.model.findings import EntityKind
from rashomon.model.span import Span


class Entity(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """One somebody or something, under all its names in one article.

    ``code`` is the PLOVER actor code (ISO 3166 alpha-3 of the state or IGO, NGO ..., then the sector: "PRKGOV").
    ``roles`` are offices that the text gives ("foreign minister of North Korea"), ``state`` the alpha-3 code of the
    state it belongs to. ``mentions`` are the spans that refer to it, in text order; ``doubtful`` are those of them
    that were joined across a spelling that may be a typing error. ``members`` are the ids of the two whom a group is
    ("the two leaders"), where the text tells.
    """

    id: str
    name: str
    kind: EntityKind
    mentions: tuple[Span, ...]
    code: str | None = None
    state: str | None = None
    roles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    doubtful: tuple[Span, ...] = ()
    members: tuple[str, ...] = ()
