"""Names that the lexicon has -> whom they stand for: a state, its capital, its government, a body, an outlet."""

from rashomon.lexicon.actors import Actor, actor_named, of_state
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.model import Mention
from rashomon.readers.mentions.namesakes import is_of_another


def known_as(mention: Mention, cast: Cast) -> Actor | None:
    """Name mention -> what the lexicon knows under that name, unless the text gives it to another."""
    actor = actor_named(cast.plain[mention.span.start : mention.span.end])
    tokens = cast.tokens(mention.span)
    return None if actor is None or is_of_another(cast.doc, tokens.start, tokens.end, actor) else actor


def of_lexicon(cast: Cast, mention: Mention, actor: Actor, by_key: dict[tuple[bool, str], Draft]) -> Draft:
    """Name of the lexicon -> its draft: a capital as a place is not the state, a seat is the government."""
    draft = _sort_of(mention, actor, mention.span.of(cast.text))
    known = by_key.get((draft.kind == "place" and actor.naming == "capital", draft.name))
    if known is None:
        known = by_key[draft.kind == "place" and actor.naming == "capital", draft.name] = cast.add(draft)
    if draft.kind == "state":
        known.kind = "state"
    return known


def shorten_outlets(cast: Cast) -> None:
    """Cast with the lexicon's names -> nothing; "The Times" is the one paper whose full name in the text ends so."""
    outlets = [d for d in cast.drafts if d.kind == "outlet"]
    for short in [d for d in outlets if " " not in d.name]:
        longer = [d for d in outlets if d is not short and d.name.endswith(" " + short.name)]
        if len(longer) == 1:
            cast.replace(short, longer[0])


def _sort_of(mention: Mention, actor: Actor, words: str) -> Draft:
    """Name of the lexicon -> a fresh draft of what it names here."""
    if actor.naming == "capital" and mention.kind == "place":
        return Draft(words, "place", named=True, code=actor.state, state=actor.state)
    if actor.naming == "seat":
        name = f"government of {of_state(actor.state)}"
        return Draft(name, "organization", named=True, code=actor.code, state=actor.state, sector="GOV")
    kind = "place" if actor.kind == "state" and mention.kind == "place" else actor.kind
    sector = actor.code[3:] if actor.kind == "organization" else ""
    return Draft(actor.name, kind, named=True, code=actor.code, state=actor.state, trade=actor.trade, sector=sector)
