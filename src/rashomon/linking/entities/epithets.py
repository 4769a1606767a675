"""Words like "the Republican candidate" -> whoever the sentence before was about, where it told of nobody else."""

from rashomon.lexicon.files import load
from rashomon.linking.entities.bodies import HEADS_OF_STATE
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.described import Description
from rashomon.linking.entities.offices import introduction
from rashomon.text.grammar import SUBJECTS


def just_told(cast: Cast, said: Description) -> Draft | None:
    """Description that is a clause's subject -> the person the sentence before was about, if it can only be he.

    News brings somebody in by name and goes on with what else he is: "Bo Aas resigned. The Socialist candidate said".
    No head of state is meant, nor one of another party.
    """
    if said.role.words not in load("offices.yaml")["epithets"] or said.plural or said.owner is not None:
        return None
    if said.head.dep_ not in SUBJECTS or not said.definite or cast.is_quoted(said.mention.span):
        return None
    here = cast.sentence(said.mention.span.start)
    before = cast.last_unquoted(here)
    lately = [d for d in cast.recent(said.mention, here - before) if d.kind == "person" and d.named]
    told = [d for d in lately if any(s.sentence >= before and not s.modifier for s in d.seen)]
    told = [d for d in told if HEADS_OF_STATE.isdisjoint(d.offices) or d.seen[-1].subject]
    if len(told) != 1 or not HEADS_OF_STATE.isdisjoint(told[0].offices):
        return None
    [person] = told
    was_subject = any(s.subject and s.sentence == before and not s.quoted for s in person.seen)
    return person if was_subject and not is_of_another_party(cast, person, said) else None


def is_of_another_party(cast: Cast, person: Draft, said: Description) -> bool:
    """Whether somebody is told to be of another party than a description is."""
    parties = load("offices.yaml")["parties"]
    own = {token.lower_ for m in person.mentions for token in introduction(cast.doc, cast.tokens(m).start)}
    named = own.union(*(role.lower().split() for role in person.roles))
    sides = [{n for n, words in enumerate(parties) if not of.isdisjoint(words)} for of in (named, said.words)]
    return all(sides) and sides[0].isdisjoint(sides[1])
