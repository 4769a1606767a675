"""Words for two who were told of by name: "the two leaders", "both countries"."""

from typing import Any

from rashomon.lexicon.roles import can_mean
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.described import Description
from rashomon.model import Mention
from rashomon.text.grammar import conjuncts, subjects

_TWO = frozenset({"two", "both"})
_PERSONS = frozenset({
    "leader", "president", "minister", "man", "woman", "official", "diplomat", "politician", "statesman", "head",
    "head of state", "head of government", "chief", "candidate", "rival", "foreign minister", "prime minister",
    "senator", "governor", "envoy", "lawmaker",
})  # fmt: skip
_STATES = frozenset({"country", "nation", "state", "government", "neighbor", "neighbour"})
_MEETING_ONE_ANOTHER = frozenset(
    {"leader", "president", "minister", "foreign minister", "prime minister", "head of state"}
)
_MEETING = frozenset({"meet", "receive", "host", "welcome", "greet"})
_TALKS = frozenset({"talk", "talks", "meeting", "summit", "negotiation"})
_GENDERS = {"man": "m", "woman": "f"}
_TELLING = frozenset({"relcl", "acl", "prep", "conj"})
_FAR = 3  # sentences back


def pair_meant(cast: Cast, said: Description) -> tuple[Draft, Draft] | None:
    """Plural description of two -> the only two of their kind who are told of right before it, and together.

    Together is "Aas and Berg", or one who does something with the other: "Aas received Berg". Those of the office come
    first: "the two ministers" are no presidents. A description that tells more of the two is of others.
    """
    if not (said.plural and said.words & _TWO and said.definite) or said.states or said.owner is not None:
        return None
    if any(c.dep_ in _TELLING and c.lower_ not in said.role.words.split() for c in said.head.rights):
        return None
    kind = "state" if said.role.words in _STATES else "person" if said.role.words in _PERSONS else ""
    for window in range(_FAR if kind else 0):
        near = [d for d in cast.recent(said.mention, window) if d.named and d.kind == kind]
        if len(near) > 1:
            of_office = [d for d in near if any(can_mean(said.role.words, office) for office in d.offices)]
            two, one = (of_office if len(of_office) == 2 else near)[:2]
            fit = all(_GENDERS.get(said.role.words, d.gender) in {"", d.gender} or not d.gender for d in (one, two))
            alone = len(near) == 2 or len(of_office) == 2
            if alone and fit and _are_together(cast, one, two):
                return one, two
            break
    return _who_met(cast, said) if kind == "person" else None


def _who_met(cast: Cast, said: Description) -> tuple[Draft, Draft] | None:
    """Plural description of two leaders -> the only two by name of whose meeting the text has told, else None."""
    if said.role.words not in _MEETING_ONE_ANOTHER:
        return None
    verbs = (t for t in cast.doc[: said.head.i] if t.pos_ == "VERB" and _tells_of_meeting(t))
    met = {tuple(sorted(found, key=id)): found for verb in verbs if len(found := _parties(cast, verb)) == 2}
    if len(met) != 1:
        return None
    one, two = next(iter(met.values()))
    return one, two


def _tells_of_meeting(verb: Any) -> bool:
    held = any(c.dep_ == "dobj" and c.lemma_.lower() in _TALKS for c in verb.children)
    return verb.lemma_.lower() in _MEETING or (verb.lemma_ in {"hold", "have"} and held)


def _parties(cast: Cast, verb: Any) -> list[Draft]:
    """Verb of a meeting -> the persons by name who it tells met."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    withs = [c for t in (verb, *objects) for c in t.children if c.dep_ == "prep" and c.lower_ == "with"]
    nouns = [*subjects(verb), *objects, *(c for w in withs for c in w.children if c.dep_ == "pobj")]
    drafts = (cast.draft_at(t) for noun in nouns for t in conjuncts(noun))
    named = [d for d in drafts if d is not None and d.named and d.kind == "person"]
    return list({id(d): d for d in named}.values())


def pair_before(cast: Cast, mention: Mention) -> Draft | None:
    """Words like "they" -> the two by name who did something together in the sentence before: "Aas and Berg met"."""
    here = cast.sentence(mention.span.start)
    near = [d for d in cast.recent(mention, 1) if d.named and d.kind in {"person", "state"}]
    acting = [d for d in near if d.seen[-1].subject]
    if any(d.seen[-1].sentence == here for d in near) or len(acting) != 2:
        return None
    two, one = acting
    listing = cast.head(mention).head.lemma_ == "include"  # topics, and nobody: "They include trade"
    if listing or one.kind != two.kind or cast.doc[two.seen[-1].token] not in cast.doc[one.seen[-1].token].conjuncts:
        return None
    known = next((d for d in cast.drafts if d.pair is not None and {*map(id, d.pair)} == {id(one), id(two)}), None)
    return known or cast.add(Draft(f"{one.name} and {two.name}", "group", named=False, plural=True, pair=(one, two)))


def _are_together(cast: Cast, one: Draft, two: Draft) -> bool:
    """Whether two were last told of side by side, or one of them as who does something with the other."""
    if one.seen[-1].sentence != two.seen[-1].sentence:
        return False
    first, second = (cast.doc[draft.seen[-1].token] for draft in (one, two))
    if second in first.conjuncts:
        return True
    if "poss" in {first.dep_, second.dep_} or "NNPS" in {first.tag_, second.tag_}:
        return False  # "reports on Mr. [Aas]'s visit", "five [Kenyans] died"
    acts = one.seen[-1].subject or two.seen[-1].subject
    return acts and _clause(first) == _clause(second)


def _clause(noun: Any) -> Any:
    return next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), None)
