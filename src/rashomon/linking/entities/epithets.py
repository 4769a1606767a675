"""Words like "the Republican candidate" -> whoever the sentence before was about, where it told of nobody else."""

from rashomon.lexicon.files import load
from rashomon.lexicon.roles import is_kin
from rashomon.linking.entities.bodies import HEADS_OF_STATE
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.described import Description
from rashomon.linking.entities.offices import introduction
from rashomon.linking.entities.provinces import is_elsewhere
from rashomon.text.grammar import SUBJECTS


def just_told(cast: Cast, said: Description) -> Draft | None:
    """Description that is a clause's subject -> the person the sentence before was about, if it can only be he.

    News brings somebody in by name and goes on with what else he is: "Bo Aas resigned. The Socialist candidate said".
    No head of state is meant, nor one of another party, nor somebody whom the clause names besides, nor who is told to
    hold an office of another kind, as a campaign's chairman does.
    """
    if said.role.words not in load("offices.yaml")["epithets"] or said.plural or said.owner is not None:
        return None
    if said.head.dep_ not in SUBJECTS or not said.definite or cast.is_quoted(said.mention.span):
        return None
    here = cast.sentence(said.mention.span.start)
    before = cast.last_unquoted(here)
    lately = [d for d in cast.recent(said.mention, here - before) if d.kind == "person" and d.named]
    told = [d for d in lately if any(s.sentence >= before and not s.modifier for s in d.seen)]
    told = [d for d in told if not is_elsewhere(cast, d, said)]
    told = [d for d in told if HEADS_OF_STATE.isdisjoint(d.offices) or d.seen[-1].subject]
    if len(told) != 1 or not HEADS_OF_STATE.isdisjoint(told[0].offices):
        return None
    [person] = told
    there = (s for s in person.seen if s.sentence == before and not s.quoted)
    was_subject = any(s.subject or cast.doc[s.token].dep_ == "ROOT" for s in there)  # "1. Bo Aas. The governor ..."
    other = (
        _holds_another(person, said.role.words)
        or _is_named_besides(cast, person, said)
        or is_of_another_party(cast, person, said)
    )
    return person if was_subject and not other else None


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
