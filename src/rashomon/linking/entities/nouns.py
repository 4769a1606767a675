"""Common nouns of an article -> whom they point back to: "the minister", "the paper", "the Pyongyang official"."""

import re
from typing import Any

from rapidfuzz.distance import Levenshtein

from rashomon.lexicon.actors import in_text, names_of, of_state
from rashomon.lexicon.files import load
from rashomon.lexicon.roles import Role, can_mean, gender_in, is_kin, is_local
from rashomon.linking.entities.bodies import HEADS_OF_STATE, WINDOW, definite_body, only
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.described import Description
from rashomon.linking.entities.epithets import is_of_another_party, just_told
from rashomon.linking.entities.offices import place_in, set_role
from rashomon.linking.entities.outlets import outlet_before, outlet_inside
from rashomon.linking.entities.pairs import pair_meant
from rashomon.linking.entities.provinces import is_left, of_province, province_of
from rashomon.model import Mention
from rashomon.readers.mentions.nouns import role_of

_ARTICLE = re.compile(r"\s+(?:the\s+)?")
_UNNAMED = frozenset({"unnamed", "unidentified", "anonymous", "undisclosed", "unspecified"})
_STATE_OFFICES = ("minister", "secretary of state", "vice president", "ambassador", "country", "nation")
_ONE_OF_A_ROW = frozenset({"first", "second", "third", "last", "next", "only", "sole", "other"})
"""Words by which a definite office is told from those before it: "the first candidate to win" is none of them."""
_RUNNING = frozenset({"nominee", "candidate", "hopeful", "contender"})
"""Nouns for those of whom a party has another one at each election."""
_BELOW = frozenset({"associate", "assistant", "deputy", "junior"})
"""Words for one who holds no office himself, as whoever is named by it later does."""
_RULED = frozenset(
    {"coalition", "country", "government", "island", "kingdom", "nation", "party", "republic", "state", "vice", "world"}
)
"""What can stand beside the office of a head of state, his party with it: "the country's president"."""
_TELL_LITTLE = frozenset(
    {"official", "leader", "minister", "diplomat", "counterpart", "man", "woman", "person", "source"}
)


def link_noun(cast: Cast, mention: Mention) -> None:
    """Cast and a common noun in text order -> nothing; the noun has its draft, an old or a new one, or none."""
    role = role_of(cast.head(mention))
    if role is None:
        return
    said = Description(cast, mention, role)
    typing_error = _mend_state(cast, said)
    _own_state(cast, said)
    found = outlet_inside(cast, said) or _called(cast, said) or _antecedent(cast, said)
    if found is not None and not found.kin and _is_gone(cast, found, mention):
        found = None
    if found is None and _may_stand_alone(cast, said):
        found = cast.add(_new(cast, said))
        found.pair = pair_meant(cast, said)
    if found is None:
        return
    cast.give(mention, found)
    if typing_error is not None:
        found.doubtful.append(mention.span)
    _learn(cast, found, said)


def _is_gone(cast: Cast, draft: Draft, mention: Mention) -> bool:
    """Whether somebody has no name and was told of in another piece of news alone."""
    return not draft.named and cast.is_of_another_piece(draft, mention.span)


def _called(cast: Cast, said: Description) -> Draft | None:
    """Description like "the activist group the Harbour League" -> the body that is named right behind it.

    Or in apposition: "low-cost airline Aker", "a low-cost airline, Aker".
    """
    behind = _ARTICLE.match(cast.text, said.mention.span.end)
    named = cast.draft_starting(behind.end()) if behind else None
    if named is None and not said.plural:
        apposed = (c for c in said.head.rights if c.dep_ == "appos" and not list(c.conjuncts))
        named = only(d for c in apposed if (d := cast.draft_at(c)) is not None)
    return named if named is not None and named.named and named.kind == said.mention.kind == "organization" else None


def _mend_state(cast: Cast, said: Description) -> Mention | None:
    """Description -> its modifier that is one letter off the name of exactly one state of the article, joined to it."""
    if said.states or len(said.front) < 2:
        return None
    inside = [m for m, d in _modifiers(cast, said.mention) if d is None or (d.kind == "place" and not d.code)]
    for modifier in inside:
        words = modifier.span.of(cast.text)
        near = {d.state: d for d in cast.drafts if d.kind == "state" and len(words) > 5 and _nearly(words, d.state)}
        if len(near) == 1:
            state = next(iter(near.values()))
            if (wrong := cast.of_mention.get(modifier)) is not None:
                cast.replace(wrong, state)
            else:
                cast.give(modifier, state)
            state.doubtful.append(modifier.span)
            said.states = (state.state,)
            return modifier
    return None


def _nearly(words: str, state: str) -> bool:
    return any(Levenshtein.distance(words, name, score_cutoff=1) == 1 for name in names_of(state))


def _modifiers(cast: Cast, whole: Mention) -> list[tuple[Mention, Draft | None]]:
    return [(m, cast.of_mention.get(m)) for m in cast.names_within(whole.span)]


def _own_state(cast: Cast, said: Description) -> None:
    """Words like "its chief diplomat", "his country": the owner's state is the state of the description."""
    if said.states or said.owner is None or not said.role.sector:
        return
    owner = cast.draft_at(said.owner)
    if owner is None or not owner.state or said.counterpart:
        return
    if owner.kind == "organization" and owner.sector == "BUS" and said.role.denotes == "office":
        said.body = said.body or (owner.name if owner.named else "")
        return  # a firm's chief is not its state's
    if owner.kind != "person" or said.role.denotes == "organization" or said.role.words.endswith(_STATE_OFFICES):
        said.states = (owner.state,)  # a man's lawyer is not his state's


def _antecedent(cast: Cast, said: Description) -> Draft | None:
    words = said.role.words
    named = _name_behind(cast, said)
    if named is not None:
        return named
    beside = _apposed_to(said.head)
    apposed = cast.draft_at(beside) if beside is not None else None
    if apposed is not None and not said.plural and not apposed.plural:
        behind = cast.doc[said.head.right_edge.i + 1 : said.head.right_edge.i + 2]
        apart = not list(said.head.conjuncts) and behind.text in {",", ".", ";", ""}  # "to a clerk, a judge said"
        alone = said.indefinite and apposed.kind == "unnamed" and apart  # "his wife, a nurse"
        if (apposed.named and apposed.kind == said.mention.kind) or (alone and said.mention.kind == "person"):
            return apposed
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" and cast.draft_at(c) is None for c in said.head.rights):
        return None  # "Peru's biggest party, the Miners": whoever is named there, nobody told of before
    if is_kin(words) and (relative := _relative(cast, said)) is not None:
        return relative
    if said.owner is not None and said.owner.pos_ == "PRON" and not said.states:
        return None
    if said.plural:
        return _same_words(cast, said) if said.definite else None
    if said.words & _UNNAMED and said.definite:
        return only(d for d in cast.recent(said.mention, 6) if d.kind == "unnamed" and not d.plural)
    if words in {"country", "nation"}:
        return _country(cast, said)
    if (
        said.counterpart
        or (said.indefinite and not said.states)
        or said.words & {"a", "an", "another", "some", "any", "no", "every"}
        or (said.words & _ONE_OF_A_ROW).difference(words.split())
    ):
        return None
    if said.role.denotes == "office":
        return _holder(cast, said)
    if said.role.sector == "JRN" and said.definite and words != "editorial":
        return outlet_before(cast, said, WINDOW + 2)
    return definite_body(cast, said) or outlet_before(cast, said, 1)


def _relative(cast: Cast, said: Description) -> Draft | None:
    """Words like "his wife" -> whoever was told before as the wife of the same man."""
    owner = cast.draft_at(said.owner) if said.owner is not None else None
    if owner is None or said.plural:
        return None
    return only(d for d in cast.drafts if d.owner is owner and d.kin == said.role.words)


def _apposed_to(noun: Any) -> Any:
    """Noun -> what it stands behind in apposition, alone or beside another: "Bo Aas, the boss and [owner]"."""
    first = noun.head if noun.dep_ == "conj" and not any(c.dep_ == "det" for c in noun.lefts) else noun
    return first.head if first.dep_ == "appos" and first.head.i < noun.i else None


def _name_behind(cast: Cast, said: Description) -> Draft | None:
    """Description with a person's name behind it -> that person: "Ambassador to China [Ana Duarte]", "envoy, [Bo]"."""
    if said.plural or said.role.denotes != "office":
        return None
    beside = [d for c in said.head.rights if c.dep_ == "appos" and not list(c.conjuncts) and (d := cast.draft_at(c))]
    if len(beside) == 1 and beside[0].kind == "person" and beside[0].named:
        return beside[0]
    after = said.mention.span.end
    if cast.text[after : after + 1] != " ":
        return None
    draft = cast.draft_starting(after + 1)
    return draft if draft is not None and draft.kind == "person" and draft.named else None


def _country(cast: Cast, said: Description) -> Draft | None:
    """Words like "his country" is the owner's state, "the country" the one state lately spoken of."""
    if said.states:
        return (
            only(d for d in cast.drafts if d.kind == "state" and d.code == said.states[0])
            if said.owner is not None
            else None
        )
    if said.owner is not None or not said.bare:
        return None
    here = cast.sentence(said.mention.span.start)
    states = [
        d
        for d in cast.recent(said.mention, 1)
        if d.state and d.kind in {"state", "organization"} and d.seen[-1].sentence == here
    ]
    one = {d.state for d in states}
    if len(one) != 1:
        return None
    return only(d for d in cast.drafts if d.kind == "state" and d.code in one)


def _holder(cast: Cast, said: Description) -> Draft | None:
    """Definite office -> its one holder: by state over the whole text, else the one lately spoken of."""
    if province_of(cast, said):
        found = of_province(cast, said, lambda pool: _lately(cast, said, pool)) or just_told(cast, said)
        return None if found is not None and is_left(cast, said, found) else found
    if said.role.words in load("offices.yaml")["many are"] and (told := just_told(cast, said)) is not None:
        return told
    noun = said.role.words
    if "senior" in said.words or "top" in said.words:
        noun = f"senior {noun}" if noun == "official" else noun
    fitting = [
        d
        for d in cast.drafts
        if d.kind in {"person", "unnamed"} and not d.plural and d.offices and _fits(d, said, noun)
    ]
    if not cast.is_quoted(said.mention.span):  # "a nominee" in a quotation is nobody of whom the author speaks
        fitting = [d for d in fitting if not d.is_only_quoted()]
    owner = cast.draft_at(said.owner) if said.owner is not None else None
    fitting = [d for d in fitting if d is not owner and not is_of_another_party(cast, d, said)]
    if not said.states and _heads_a_body(said):
        fitting = [d for d in fitting if HEADS_OF_STATE.isdisjoint(d.offices)]
    if said.states:
        exact = [d for d in fitting if d.state in said.states]
        in_full = any(c.lower_ == "to" for c in said.head.rights)  # "the Danish ambassador to Peru" brings him in
        loose = said.role.words in {"official", "man", "woman"} or in_full
        pool = exact or [d for d in fitting if not d.state and not loose]
        words = set(said.role.words.split())
        if _RUNNING & words or said.head.dep_ == "attr" or said.words & _BELOW - words:
            pool = [d for d in pool if d.seen]  # the one that is named later may have run in another year
        named = [d for d in pool if d.named]
        if len(pool) == 1 or len(named) == 1:
            return (named or pool)[0]
        return _lately(cast, said, pool) or just_told(cast, said)
    if len(fitting) == 1 and fitting[0].seen:
        return fitting[0]
    return _lately(cast, said, fitting) or just_told(cast, said)


def _heads_a_body(said: Description) -> bool:
    """Whether whoever is described heads something that is no state: "the club's president", "that of the union"."""
    inside = (c for c in said.head.lefts if c.dep_ in {"poss", "compound", "nmod"})
    behind = (n for c in said.head.rights if c.dep_ == "prep" and c.lower_ == "of" for n in c.children)
    return any(noun.pos_ == "NOUN" and noun.lemma_ not in _RULED for noun in (*inside, *behind))


def _fits(draft: Draft, said: Description, noun: str) -> bool:
    if draft.kin == noun and (said.owner is not None or any(c.lower_ == "of" for c in said.head.rights)):
        return False  # another's: "his brother", and "the brother of Ana Duarte"
    if said.states and draft.state and draft.state not in said.states:
        return False
    if said.former != any(o.startswith("former ") for o in draft.offices) and said.former:
        return False
    held = list(draft.offices)
    if said.states and not said.former and noun in HEADS_OF_STATE:
        held = [o for o in held if not o.startswith("former ")]
    if said.chamber and said.body and noun in _TELL_LITTLE:  # "the Senate leader" leads no party or state
        held = [o for o in held if f"{o} of {in_text(said.body)}" in draft.roles]
    return any(can_mean(noun, o.removeprefix("former ")) for o in held)


def _lately(cast: Cast, said: Description, pool: list[Draft]) -> Draft | None:
    """Drafts that fit -> the one of them spoken of alone in the last sentences; none where two compete."""
    for window in range(WINDOW + 1):
        found = [d for d in cast.recent(said.mention, window) if d in pool]
        if len(found) == 1:
            return found[0]
        if found:
            subjects = [d for d in found if d.seen[-1].subject and not d.seen[-1].modifier]
            return subjects[0] if len(subjects) == 1 else None
    return None


def _same_words(cast: Cast, said: Description) -> Draft | None:
    """Plural description -> the earlier one of the same words and state, if lately spoken of."""
    window = 1 if said.role.words in {"country", "nation", "state", "side", "power"} else WINDOW
    found = [d for d in cast.recent(said.mention, window) if d.plural and d.words == said.role.words]
    telling = (t for t in said.front if t.pos_ in {"ADJ", "NOUN", "PROPN", "NUM"} or t.dep_ == "amod")
    content = {t.lower_ for t in telling if t.i != said.head.i}
    fitting = [
        d for d in found if (not said.states or d.state in said.states) and content <= set(d.name.lower().split())
    ]
    return only(fitting)


def _may_stand_alone(cast: Cast, said: Description) -> bool:
    """Whether a description that points back to nobody denotes somebody specific all the same."""
    words = said.role.words
    if words in {"country", "nation", "state", "capital"} and not said.plural:
        return False
    if said.words & {"no", "any", "neither", "whose"}:
        return False
    if said.plural or said.indefinite or said.states or said.counterpart or province_of(cast, said):
        return True
    if said.role.denotes == "organization" and said.role.sector != "JRN":
        return said.owner is None or cast.draft_at(said.owner) is not None or said.owner.pos_ != "PRON"
    if said.owner is not None:
        return cast.draft_at(said.owner) is not None or said.owner.pos_ != "PRON"
    told = [d for d in cast.drafts if not d.is_only_quoted()]
    return not any(can_mean(words, o.removeprefix("former ")) for d in told for o in d.offices)


def _new(cast: Cast, said: Description) -> Draft:
    """Description -> a draft that has it for its name."""
    words = " ".join(t.text for t in cast.tokens(said.mention.span) if not t.is_space)
    name = " ".join(said.mention.span.of(cast.text).split()) or words
    name = name.removeprefix("the ").removeprefix("The ")
    if name.count("“") != name.count("”") or name.count('"') % 2:
        name = re.sub(r"[“”\"]", "", name)
    kind = said.mention.kind or "unnamed"
    if kind == "person":
        kind = "unnamed"
    if kind == "state" or said.plural:
        kind = "group"
    state = said.states[0] if len(said.states) == 1 else ""
    code = said.body_code + said.role.sector.replace("NGO", "") if said.body_code else ""
    return Draft(
        name,
        kind,
        named=False,
        code=code,
        state=state,
        sector="LEG" if said.chamber and said.role.denotes != "office" else said.role.sector,
        plural=said.plural,
        gender="" if said.plural else gender_in(said.head.lemma_.lower()),
        words=said.role.words,
    )


def _is_told(draft: Draft, role: Role, *, general: bool) -> bool:
    """Whether a named draft's offices already say what the noun says."""
    if role.words in draft.offices and not any(r.startswith(f"{role.words} of ") for r in draft.roles):
        return False  # this one may bring the state
    return draft.named and bool(draft.offices) and (general or any(o.endswith(role.words) for o in draft.offices))


def _learn(cast: Cast, draft: Draft, said: Description) -> None:
    """Cast, a draft and a description of it -> nothing; the draft has its office and state, and whose kin it is."""
    if is_kin(said.role.words) and said.owner is not None and not said.plural:
        draft.owner, draft.kin = cast.draft_at(said.owner), said.role.words
    state = said.states[0] if len(said.states) == 1 else ""
    general = said.role.words in _TELL_LITTLE
    if (
        not said.private
        and said.role.denotes == "office"
        and said.role.words != "counterpart"
        and not said.plural
        and not _is_told(draft, said.role, general=general)
    ):
        if said.body:
            draft.offices.setdefault(said.role.words)
            draft.roles.setdefault(f"{'former ' * said.former}{said.role.words} of {in_text(said.body)}")
            draft.sector = draft.sector or said.role.sector
        else:
            place = place_in(cast, said.front) if is_local(said.role.words) else ""
            set_role(draft, said.role, state, former=said.former, place=place)
    elif said.role.denotes == "organization" and not draft.named:
        draft.offices.setdefault(said.role.words)
    if state and not draft.state and draft.kind in {"person", "unnamed"}:
        draft.state = state
        draft.roles = {f"{r} of {of_state(state)}" if " of " not in r else r: None for r in draft.roles}
