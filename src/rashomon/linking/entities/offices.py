"""Words beside a person's name -> the offices he holds: "Iranian Parliament Speaker Bo Aas", "Bo Aas, the envoy"."""

from collections.abc import Iterable
from typing import Any

from rashomon.lexicon.actors import in_text, of_state
from rashomon.lexicon.roles import Role, default_state, is_kin, is_local, long_form, role_at, title
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.model import Mention
from rashomon.readers.mentions.nouns import role_of
from rashomon.text.grammar import phrase, span_of

_FORMER = frozenset({"former", "ex", "ousted", "late", "then", "onetime", "deposed"})


def describe(cast: Cast, mention: Mention, draft: Draft) -> None:
    """Person's name and its draft -> nothing; the draft has the office and state that stand at the name."""
    tokens = cast.tokens(mention.span)
    before = introduction(cast.doc, tokens.start)
    if before:
        take_role(cast, before, draft)
    name = cast.head(mention)
    apposed = [c for c in name.children if c.dep_ == "appos" and c.i > name.i]
    if name.dep_ == "appos" and name.head.pos_ in {"NOUN", "PROPN"}:
        apposed.append(name.head)
    for noun in apposed:
        if noun.i in range(tokens.start, tokens.end) or noun.ent_type_ == "PERSON":
            continue
        behind = cast.draft_starting(span_of(phrase(noun)).end + 1)
        if behind is not None and behind.kind == "person" and behind is not draft:
            continue  # the next of a list: "adviser X, Ambassador to China Y"
        if (role := role_of(noun)) is not None and " of " in f" {role.words} ":
            states = states_in(cast, noun.subtree)
            set_role(
                draft, role, states[0] if len(states) == 1 else "", former=any(t.lower_ in _FORMER for t in noun.lefts)
            )
            continue
        run = [t for t in noun.subtree if t.i <= noun.i and t.pos_ != "DET" and not (tokens.start <= t.i < tokens.end)]
        rest = [t for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of" for t in c.subtree]
        take_role(cast, run, draft, rest)


def introduction(doc: Any, start: int) -> list[Any]:
    """First token of a name -> the words directly before it that can be an office with its state."""
    run: list[Any] = []
    i = start - 1
    while i >= 0 and len(run) < 9:
        token = doc[i]
        ties = token.lower_ in {"of", "-", "and", "for"} and run and i > 0
        if token.lower_ in {"of", "for"} and i > 0 and role_at([doc[i - 1].lemma_.lower()]) is None:
            break  # "a visit to Peru of President X": Peru is not what he is president of
        if token.lower_ == "and" and i > 0 and doc[i - 1].ent_type_ == "PERSON":
            break  # "Minister X and Minister Y": the first office is the first man's
        if token.lower_ == "and" and i > 0 and _is_office(run[:1]) and not _is_office([doc[i - 1]]):
            break  # "the Congress and Senator X"; but "Prime Minister and Defence Minister X"
        if not (token.pos_ in {"NOUN", "PROPN", "ADJ", "PART"} or title(token.text) is not None or ties):
            break
        if token.is_space or (token.is_sent_start and token.is_punct):
            break
        run.insert(0, token)
        if token.is_sent_start:
            break
        i -= 1
    return run


def _is_office(words: list[Any]) -> bool:
    return role_at([long_form(t.lower_) for t in words]) is not None or any(title(t.text) is not None for t in words)


def take_role(cast: Cast, run: list[Any], draft: Draft, rest: Iterable[Any] = ()) -> None:
    """Words of an office, and those of its "of ..." -> nothing; the draft has the office and its state."""
    if run and run[-1].lower_ == "counterpart":
        return
    words = [long_form(t.lower_) for t in run if t.lower_ not in {"-", "'s", "'"}]
    role = role_at(words) or (role_at(words[:-1]) if words and title(words[-1]) is not None else None)
    if role is None or role.denotes != "office" or (run and run[-1].tag_ in {"NNS", "NNPS"}):
        return
    if is_kin(role.words) and (owner := next((c for c in run[-1].lefts if c.dep_ == "poss"), None)) is not None:
        draft.owner, draft.kin = cast.draft_at(owner), role.words
    before = [t for t in run if t.i < run[-1].i]
    former = any(t.lower_ in _FORMER for t in before)
    bodies = [d for t in (*before, *rest) if (d := cast.draft_at(t)) is not None and d.kind == "organization"]
    body = next((d for d in reversed(bodies) if d.sector or d.code), None)
    if body is None and bodies and not any(d.code for d in bodies):
        draft.roles.setdefault(f"{role.words} of {in_text(bodies[0].name)}")  # a president of no state
        return
    if body is not None and body.code[:3] in {"IGO", "NGO"}:
        draft.code = draft.code or body.code + ("" if role.sector == "NGO" else role.sector)
    if (
        body is not None
        and not body.name.startswith("government of")
        and body.sector in {role.sector or body.sector, "BUS"}
    ):
        words_of = f"former {role.words}" if former else role.words
        draft.offices.setdefault(words_of)
        draft.roles.setdefault(f"{words_of} of {in_text(body.name)}")
        draft.state, draft.sector = draft.state or body.state, draft.sector or ("ELI" if former else body.sector)
        return
    states = states_in(cast, [*run, *rest])
    state = states[0] if len(states) == 1 else "" if states else default_state(role.words)
    place = place_in(cast, [*run, *rest]) if is_local(role.words) else ""
    set_role(draft, role, state, former=former, place=place)


def set_role(draft: Draft, role: Role, state: str, *, former: bool = False, place: str = "") -> None:
    """Draft, role and state -> nothing; the draft holds the office.

    A local office is that of its place, and of no state as far as is told; "son" tells nothing of whoever is one.
    """
    words = f"former {role.words}" if former and not role.words.startswith("former ") else role.words
    draft.offices.setdefault(words)
    if is_local(role.words):
        draft.roles.setdefault(f"{words} of {place}" if place else words)
    elif not is_kin(role.words):
        draft.roles.setdefault(f"{words} of {of_state(state)}" if state else words)
    if role.sector and not draft.sector:
        draft.sector = "ELI" if former else role.sector
    if state and not draft.state:
        draft.state = state


def place_in(cast: Cast, tokens: Iterable[Any]) -> str:
    """Tokens -> the one place that a name among them stands for, as written; "" for none or several."""
    places = [d for t in tokens if (d := cast.draft_at(t)) is not None and d.kind == "place"]
    return places[0].name if len({id(d) for d in places}) == 1 else ""


def states_in(cast: Cast, tokens: Iterable[Any]) -> list[str]:
    """Tokens -> the states that names of the lexicon among them stand for, each once."""
    return list(dict.fromkeys(cast.state_at[t.idx] for t in tokens if t.idx in cast.state_at))
