"""Who speaks -> whom "I" in his words and "he" in "he said" refer to."""

from collections.abc import Callable

from rashomon.linking.entities_cast import Cast, Draft
from rashomon.model import Attribution, Mention, Span

_SPEAKING = frozenset({"i", "me", "my", "mine", "myself"})
_NEAR = 2
"""Sentences over which somebody who speaks can go on as "he"."""
_LATEST = 8
"""Mentions of somebody that can lie within so many sentences."""


def link_speakers(cast: Cast) -> None:
    """Cast after all else is linked -> nothing; every "I" in quoted words has the one who is quoted."""
    quoted = [a for a in cast.reading.of(Attribution) if a.stated and a.kind != "indirect" and len(a.source) == 1]
    spoken = sorted(((content, a.source[0]) for a in quoted for content in a.content), key=lambda pair: len(pair[0]))
    for mention in cast.reading.of(Mention):
        if (
            mention.form == "pronoun"
            and mention.span.of(cast.text).lower() in _SPEAKING
            and cast.is_quoted(mention.span)
        ):
            source = next((s for content, s in spoken if content.covers(mention.span)), None)
            draft = cast.draft_at(cast.tokens(source).root) if source is not None else None
            if draft is not None and draft.kind in {"person", "unnamed"} and not draft.plural:
                cast.give(mention, draft)


def goes_on_speaking(cast: Cast, mention: Mention, fits: Callable[[Draft], bool]) -> Draft | None:
    """Cast, a pronoun and who it can be -> whoever spoke last, if it is the pronoun that speaks now.

    Whom he speaks of does not count; but if the author has meanwhile told of another, nothing is sure.
    """
    said = cast.statements
    now = next((n for n, a in enumerate(said) if a.source[0] == mention.span), 0)
    if not now:
        return None
    before = said[now - 1]
    speaker = cast.draft_at(cast.tokens(before.source[0]).root)
    far = cast.sentence(mention.span.start) - cast.sentence(min(*before.cue, *before.content).start)
    if speaker is None or far > _NEAR or not fits(speaker):
        return None
    between = Span(before.source[0].end, mention.span.start)
    spoken = (*before.content, *said[now].content)
    others = [d for d in cast.recent(mention, _NEAR) if d is not speaker and fits(d)]
    return None if any(_is_told_of(cast, other, between, spoken) for other in others) else speaker


def _is_told_of(cast: Cast, other: Draft, between: Span, spoken: tuple[Span, ...]) -> bool:
    """Whether the author has somebody for the subject of a sentence of his own in a stretch, what is said left out."""
    places = (cast.doc[seen.token].idx for seen in other.seen[-_LATEST:] if seen.subject)
    return any(between.start <= at < between.end and not any(c.start <= at < c.end for c in spoken) for at in places)
