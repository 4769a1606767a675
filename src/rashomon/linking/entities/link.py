"""Mentions -> entities: who or what each refers to within the article."""

import re
from collections.abc import Iterator
from typing import Any

from rapidfuzz.distance import Levenshtein

from rashomon.lexicon.roles import is_also_of_bodies, title
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.names import link_names
from rashomon.linking.entities.nouns import link_noun
from rashomon.linking.entities.offices import introduction
from rashomon.linking.entities.pronouns import link_pronoun
from rashomon.linking.entities.speakers import link_speakers
from rashomon.model import Attribution, Entity, Mention, Quotation, Reading, Sentence, Syntax
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.grammar import SUBJECTS, named_aside

_APPOSED = re.compile(r"\s*(?:\([^()]{0,80}\))?,\s*(?:\d{1,3})?")  # "a baker, 23[-year-old] Bo Aas"
_AFTER_ONE_COMMA = re.compile(r"\s*,[^,;.]{0,60}")  # "its owner, Oslo-based [Aker]"
_NAMING = frozenset({"named", "called", "identified"})
_APPOSED_WITH_ARTICLE = re.compile(r"\s*,\s*(?:(?:the|a|an)\s+)?", re.IGNORECASE)


@stage(needs=[Syntax, Sentence, Quotation, Mention, Attribution], gives=[Entity])
def link_entities(reading: Reading, settings: Settings) -> Iterator[Entity]:  # noqa: ARG001 - a stage's shape
    """Reading with mentions -> its entities by first mention; what two could mean is left out of all."""
    cast = Cast(reading)
    names = [m for m in reading.of(Mention) if m.form == "name"]
    link_names(cast, names)
    for mention in sorted(reading.of(Mention), key=lambda m: (m.head, m.span)):  # "its" before "its envoy"
        if mention.form == "nominal":
            link_noun(cast, mention)
        elif mention.form == "pronoun":
            link_pronoun(cast, mention)
        draft = cast.of_mention.get(mention)
        if draft is None:
            continue
        if mention.form == "name" and not draft.seen:
            draft = _settled(cast, mention, draft)
        cast.note(mention, draft)
    link_speakers(cast)
    yield from cast.entities()


def _settled(cast: Cast, mention: Mention, draft: Draft) -> Draft:
    """A name at its first mention -> its draft, joined with the office or the misspelt name that it must be."""
    if draft.kind != "person":
        if (before := _apposed_body(cast, mention)) is not None:
            cast.replace(before, draft)
        return draft
    before = _apposed(cast, mention)
    if before is not None:
        cast.replace(before, draft)
        return draft
    if draft.offices:
        return draft
    office = _open_office(cast, mention)
    if office is not None and len(draft.name.split()) > 1:
        cast.replace(office, draft)
        return draft
    right = _misspelt(cast, mention, draft)
    if right is not None:
        right.doubtful.extend(draft.mentions)
        cast.replace(draft, right)
        return right
    return draft


def _apposed(cast: Cast, mention: Mention) -> Draft | None:
    """A name after a comma -> the unnamed office before the comma: "the foreign minister of Iran (an old hand), X"."""
    head = cast.head(mention)
    if (called := _called_so(cast, head)) is not None:
        return called
    opening = introduction(cast.doc, cast.tokens(mention.span).start)
    start = opening[0].idx if opening else mention.span.start
    for draft in cast.recent(mention, 0):
        if draft.kind != "unnamed" or draft.named or draft.plural or draft.mentions[-1].end >= start:
            continue
        between = cast.text[draft.mentions[-1].end : start]
        if _is_behind_another(head, cast.doc[draft.seen[-1].token]):
            continue
        if draft.offices and _APPOSED.fullmatch(between):
            return draft
        if head.dep_ == "appos" and _APPOSED_WITH_ARTICLE.fullmatch(between):
            return draft
    return None


def _apposed_body(cast: Cast, mention: Mention) -> Draft | None:
    """A body's or state's name between commas -> whom the noun before it means: "a member of it, [Peru], left"."""
    head = cast.head(mention)
    noun = head.head
    before = cast.draft_at(noun) if head.dep_ == "appos" and is_also_of_bodies(noun.lower_) else None
    if before is None or before.named or before.plural or len(before.mentions) > 1:
        return None
    between = cast.text[before.mentions[-1].end : mention.span.start]
    return before if _AFTER_ONE_COMMA.fullmatch(between) else None


def _called_so(cast: Cast, name: Any) -> Draft | None:
    """Head of a name -> the nameless one whom the words before it call so: "a man [named] Bo", "[called] Bo"."""
    verb = name.head
    if name.dep_ not in {"oprd", "attr"} or verb.dep_ != "acl" or verb.lower_ not in _NAMING:
        return None
    draft = cast.draft_at(verb.head)
    return draft if draft is not None and draft.kind == "unnamed" and not (draft.named or draft.plural) else None


def _is_behind_another(name: Any, noun: Any) -> bool:
    """Whether a name after a comma is the subject of the clause that opens with a noun: "to an aide, Bo left"."""
    led = name.dep_ in SUBJECTS and noun.dep_ == "pobj" and name.head.is_ancestor(noun)
    return bool(led and not named_aside(name.head, noun))


def _open_office(cast: Cast, mention: Mention) -> Draft | None:
    """A full name brought in without a word of who it is -> the office just spoken of whose holder is not named.

    News tells the office first and the name in the next sentence; a name that the text never explains can only be his.
    """
    before = introduction(cast.doc, cast.tokens(mention.span).start)
    if cast.head(mention).dep_ not in {"nsubj", "nsubjpass"} or any(title(t.text) is None for t in before):
        return None
    near = [d for d in cast.recent(mention, 1) if d.kind == "unnamed" and not d.named and d.offices and d.state]
    return near[0] if len(near) == 1 and near[0].seen[-1].subject and len(near[0].seen) == 1 else None


def _misspelt(cast: Cast, mention: Mention, draft: Draft) -> Draft | None:
    """A name met once -> the one person of the text whose name alone, much used, is a letter from it."""
    word = draft.name
    if len(draft.mentions) > 1 or " " in word or "-" in word:
        return None
    near = []
    for other in cast.recent(mention, 6):
        if other.kind == "person" and other is not draft and len(other.mentions) > 3:
            alone = [n for n in other.names if " " not in n and "-" not in n]
            if any(n[0] == word[0] and Levenshtein.distance(n, word) == 1 for n in alone):
                near.append(other)
    return near[0] if len(near) == 1 else None
