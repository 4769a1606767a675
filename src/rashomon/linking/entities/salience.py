"""A "he" or "she" that grammar does not bind -> whom the last sentences were about."""

from typing import Any

from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.fronted import is_asked_about
from rashomon.linking.entities.speakers import is_main, only_says
from rashomon.model import Mention
from rashomon.text.grammar import subjects

_ABREAST = frozenset({"while", "whereas"})
"""What joins a clause to another that tells no less: "Bo led in the north, while Jan led in the south"."""


def salient(cast: Cast, mention: Mention, fits: Any) -> Draft | None:
    """Cast, a pronoun and who it can be -> the subject lately told of, of two that of the main clause; else None."""
    here = cast.sentence(mention.span.start)
    quoted = cast.is_quoted(mention.span)
    lately = [d for d in cast.recent(mention, 2) if fits(d) and _is_told_there(d, quoted=quoted)]
    lately = [d for d in lately if d.seen[-1].sentence == here or not cast.is_bracketed(d.seen[-1].sentence)]
    lately = [d for d in lately if d.words != "source"]  # "a source" is not told of again
    lately = [d for d in lately if not only_says(cast, d)] or lately
    near = [d for d in lately if here - d.seen[-1].sentence < 2]
    own = [d for d in near if d.seen[-1].sentence == here]
    if own:
        subjects = [d for d in own if any(s.subject and s.sentence == here for s in d.seen)]
        return subjects[0] if len(subjects) == 1 else (own[0] if len(own) == 1 else None)
    if any(d.seen[-1].sentence == here for d in cast.recent(mention, 0) if fits(d)):
        return None  # somebody told by the way stands nearer: "a Vik supporter met his wife"
    near = near or lately
    subjects = [d for d in near if was_subject(d)]
    subjects = [d for d in subjects if not is_asked_about(cast.doc[d.seen[-1].token])] or subjects
    leading = [d for d in subjects if _led(cast, d)]
    if len(leading) == 1 and all(d.gender in {"", leading[0].gender} for d in subjects):
        return leading[0]  # "When Aas protested, [Vik] left. He ..."
    if len(subjects) > 1:
        subjects = sorted(subjects, key=lambda d: d.seen[-1].token) if len(subjects) == len(near) else []
        first = [cast.doc[d.seen[-1].token] for d in subjects[:1]]
        met = any(t.conjuncts for t in first)  # "Aas and Vik met. He was late."
        subjects = [] if met or any(_is_embedded(t) for t in first) else subjects[:1]
    if subjects:
        return subjects[0]
    return near[0] if len(near) == 1 else None


def _is_told_there(draft: Draft, *, quoted: bool) -> bool:
    """Whether the last sentence that speaks of somebody does so otherwise than by the way or in a quotation."""
    there = (s for s in draft.seen if s.sentence == draft.seen[-1].sentence)
    return any((quoted or not s.quoted) and not s.modifier for s in there)


def _is_embedded(subject: Any) -> bool:
    """Whether a subject is that of what somebody else says or asks, and no more spoken of than another one there."""
    clause = subject.head
    return clause.dep_ == "ccomp" and any(s.i < subject.i for s in subjects(clause.head))


def was_subject(draft: Draft) -> bool:
    """Whether a draft was a subject in the last sentence that spoke of it."""
    last = draft.seen[-1].sentence
    return any(s.subject and s.sentence == last for s in draft.seen)


def _led(cast: Cast, draft: Draft) -> bool:
    """Whether the last sentence that spoke of somebody has him for the subject of its main clause, or of its equal."""
    last = draft.seen[-1].sentence
    told = [cast.doc[s.token] for s in draft.seen if s.subject and s.sentence == last]
    return any(is_main(t) or any(c.lower_ in _ABREAST for c in t.head.lefts) for t in told)
