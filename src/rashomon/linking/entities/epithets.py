"""Words like "the Republican candidate" -> who was just told of: in the clause over theirs, or the sentence before."""

from typing import Any

from rashomon.lexicon.files import load
from rashomon.lexicon.roles import is_kin
from rashomon.linking.entities.bodies import HEADS_OF_STATE
from rashomon.linking.entities.cast import Cast, Draft, Seen
from rashomon.linking.entities.described import Description
from rashomon.linking.entities.offices import introduction
from rashomon.linking.entities.provinces import is_elsewhere
from rashomon.text.grammar import SUBJECTS

_JOINING = {"advcl": frozenset({"IN", "WRB"}), "relcl": frozenset({"WRB"})}
"""Ways a clause hangs on another -> the tags of the words that join it: "after", "when"; "the rally where"."""

_BACK = 3
"""Sentences before an epithet in which somebody can be told of by name for it to mean him."""


def just_told(cast: Cast, said: Description) -> Draft | None:
    """Description that is a clause's subject -> the person who was told of right before, if it can only be he.

    No head of state is meant, nor one of another party, nor somebody whom the clause names besides, nor who is told to
    hold an office of another kind, as a campaign's chairman does.
    """
    told_so = said.role.words in load("offices.yaml")["epithets"] or said.former  # "the former mayor"
    if not told_so or said.plural or said.owner is not None:
        return None
    if said.head.dep_ not in SUBJECTS or not said.definite or "both" in said.words:
        return None
    if cast.is_quoted(said.mention.span):
        return None
    person = _of_the_clause_over(cast, said) or _of_the_sentence_before(cast, said)
    if person is None or not HEADS_OF_STATE.isdisjoint(person.offices):
        return None
    other = (
        _holds_another(person, said.role.words)
        or _is_named_besides(cast, person, said)
        or is_of_another_party(cast, person, said)
    )
    return None if other else person


def _of_the_clause_over(cast: Cast, said: Description) -> Draft | None:
    """The one person whom the clause over a description's names before it and who does not act there.

    Who acts there would be "he": "Aas attacked [Lund] after the Socialist candidate had said", "at [Lund]'s rally".
    """
    clause = said.head.head
    marks = [c for c in clause.lefts if c.tag_ in _JOINING.get(clause.dep_, ()) and c.i < said.head.i]
    if not marks:
        return None
    before = [t for t in clause.sent if t.i < marks[0].i]
    named = {id(d): d for t in before if (d := _person_at(cast, t)) is not None}
    acting = {id(d) for t in before if t.dep_ in SUBJECTS and (d := _person_at(cast, t)) is not None}
    others = [d for key, d in named.items() if key not in acting and not is_elsewhere(cast, d, said)]
    return others[0] if len(others) == 1 else None


def _person_at(cast: Cast, token: Any) -> Draft | None:
    """Token -> the person who is named there."""
    draft = cast.draft_at(token)
    return draft if draft is not None and draft.kind == "person" and draft.named else None


def _of_the_sentence_before(cast: Cast, said: Description) -> Draft | None:
    """The person whom alone the last sentence was about that told of anybody by name, among those who can be meant.

    News brings somebody in by name and goes on with what else he is: "Bo Aas resigned. The Socialist candidate said".
    """
    here = cast.sentence(said.mention.span.start)
    before, there, lately = here, list[Draft](), list[Draft]()
    while not there and before > max(0, here - _BACK):
        before = cast.last_unquoted(before)
        lately = [d for d in cast.recent(said.mention, here - before) if d.kind == "person" and d.named]
        there = [d for d in lately if any(s.sentence >= before and not (s.modifier or s.quoted) for s in d.seen)]
    told = [d for d in there if not is_elsewhere(cast, d, said) and not _holds_another(d, said.role.words)]
    told = [d for d in told if not is_of_another_party(cast, d, said)]
    told = [d for d in told if HEADS_OF_STATE.isdisjoint(d.offices) or d.seen[-1].subject]
    if len(told) != 1 or cast.is_of_another_piece(told[0], said.mention.span):
        return None
    if any(d.seen[-1].sentence == here for d in lately if d is not told[0]):
        return None  # "an aide to Lund said the former mayor was ill"
    return told[0] if any(s.sentence == before and _was_about(cast.doc[s.token], s) for s in told[0].seen) else None


def _was_about(name: Any, seen: Seen) -> bool:
    """Whether somebody acted in his sentence, or what is his did, or it only names him: "1. Bo Aas. The mayor ..."."""
    owns = name.dep_ == "poss" and name.head.dep_ in SUBJECTS
    return not seen.quoted and (seen.subject or owns or name.dep_ == "ROOT")


def _holds_another(person: Draft, noun: str) -> bool:
    """Whether somebody holds an office that nobody is elected to, or stands for; or another than the noun is."""
    elected, epithets = (set(load("offices.yaml")[group]) for group in ("elected", "epithets"))
    known = (epithets - elected) | {noun} if noun in elected else epithets | elected
    held = (office for office in person.offices if not office.startswith("former "))
    return any(office not in known and not is_kin(office) for office in held)


def _is_named_besides(cast: Cast, person: Draft, said: Description) -> bool:
    """Whether the sentence of a description has somebody's name behind it, where he would be "him"."""
    return any(t.pos_ == "PROPN" and t.i > said.head.i and cast.draft_at(t) is person for t in said.head.sent)


def is_of_another_party(cast: Cast, person: Draft, said: Description) -> bool:
    """Whether somebody is told to be of another party than a description is."""
    parties = load("offices.yaml")["parties"]
    own = {token.lower_ for m in person.mentions for token in introduction(cast.doc, cast.tokens(m).start)}
    named = own.union(*(role.lower().split() for role in person.roles))
    sides = [{n for n, words in enumerate(parties) if not of.isdisjoint(words)} for of in (named, said.words)]
    return all(sides) and sides[0].isdisjoint(sides[1])
