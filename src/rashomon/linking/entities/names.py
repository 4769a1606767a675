"""Names of an article -> drafts of entities: one for all the names of one somebody."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rashomon.lexicon.actors import actor_named, near_states, state_name
from rashomon.lexicon.frames import classes
from rashomon.lexicon.leaders import gender_of, given_name, pieces, state_of
from rashomon.lexicon.ranks import ranks
from rashomon.lexicon.roles import gender_in, role_at
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.listed import known_as, of_lexicon, shorten_outlets
from rashomon.linking.entities.offices import describe, introduction, states_in
from rashomon.linking.entities.organs import is_organ, named_with_state, state_beside, told_of, untold_state
from rashomon.linking.entities.surnames import shared_surnames, spoken_of
from rashomon.model import Block, Mention, Span
from rashomon.readers.mentions.read import is_place
from rashomon.text.grammar import is_many

_MASTHEADS = frozenset({"post", "times", "journal", "tribune", "herald", "globe", "telegraph", "star"})
_ONE_OF = frozenset({"a", "an", "another"})
_JUNIOR = frozenset({"jr", "sr"})
_AGED = frozenset({"elder", "older", "younger"})
_PLAIN = frozenset({"mr", "mrs", "ms"})
_NUMBERED = frozenset({"ii", "iii", "iv"})
FIRM = frozenset(
    {"inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "nv", "ag"}
)
"""Last words of a name that say only that it is a firm's."""
_GIVEN = frozenset({"award", "awards", "prize", "prizes", "medal", "cup", "games", "championship", "championships"})
"""Last words of what a body gives or holds, and is not called by: "Academy", "Academy Awards"."""
_TRADES = frozenset({"air", "airline", "airlines", "airways", "motor", "motors", "group", "holdings", "technologies"})
"""Words in a firm's name behind what it is called by."""
_UNITS = frozenset({"subsidiary", "unit", "arm", "division", "affiliate", "branch", "offshoot"})
_DOING = frozenset({
    "say", "tell", "add", "note", "stress", "highlight", "criticize", "warn", "claim", "state", "announce", "meet",
    "visit",
})  # fmt: skip


def link_names(cast: Cast, names: list[Mention]) -> None:
    """Cast and the name mentions of its article -> nothing; every name that can be told has its draft."""
    by_key: dict[tuple[bool, str], Draft] = {}
    persons: list[Mention] = []
    others: list[Mention] = []
    told = {m.span.of(cast.text) for m in names if m.kind == "person" and " " in m.span.of(cast.text)}
    for mention in names:
        actor = known_as(mention, cast)
        if actor is not None and mention.kind != "person" and not (actor.uncertain and mention.kind != actor.kind):
            cast.give(mention, of_lexicon(cast, mention, actor, by_key))
        else:
            of_person = mention.kind == "person" or (mention.kind is None and mention.span.of(cast.text) in told)
            (persons if of_person else others).append(mention)
    shorten_outlets(cast)
    _link_persons(cast, persons)
    _link_others(cast, others)
    _describe_persons(cast, persons)


def _link_persons(cast: Cast, mentions: list[Mention]) -> None:
    """Persons' names -> a draft for each person; a surname alone goes to one whom the text gives in full."""
    parts = {m: _counting(pieces(m.span.of(cast.text))) for m in mentions}
    known = set(parts.values())
    for mention, words in parts.items():
        if words[:-1] in known and cast.tokens(mention.span)[-1].tag_ in {"NNS", "NNPS", "NN"}:
            parts[mention] = words[:-1]  # "James Comey Memos"
    surnames = shared_surnames(cast, parts)
    parts |= {mention: (*parts[mention], *pieces(surname)) for mention, surname in surnames.items()}
    full: list[tuple[tuple[str, ...], Draft]] = []
    told: set[tuple[tuple[str, ...], int]] = set()
    called: dict[int, Counter[tuple[int, str]]] = {}
    titles = [b.span for b in cast.reading.of(Block) if b.kind == "title"]
    for mention in sorted(mentions, key=lambda m: (-len(parts[m]), m.span.start)):
        words = parts[mention]
        if not words:
            continue
        gender = _gender_told(cast, mention)
        barred = {"f": "m", "m": "f"}.get(gender) if len(words) == 1 else None  # "Ms. Aas" is not Jan Aas
        known_by = [(w, d) for w, d in full if d.gender != barred or not barred]
        reigning = len(words) == 1 and _word_before(cast, mention.span) in classes()["reigning"]
        if reigning:  # "King Charles" is not Ray Charles
            known_by = [(w, d) for w, d in known_by if w[0] == words[0]]
        fitting = sorted((d for w, d in known_by if _same_person(words, w)), key=lambda d: min(d.mentions))
        last = [d for w, d in known_by if _same_person(words, w) and w[-1] == words[-1]]
        fitting = sorted(last, key=lambda d: min(d.mentions)) or fitting
        if not fitting and len(words) == 1:
            middle = [d for w, d in known_by if w[1:-1] == words]
            fitting = middle if len(middle) == 1 else []  # "Mr. Wani", of Peter Wani Lomude
        aged = _told_by_age(cast, mention) if len(words) == 1 else ""
        if aged:
            fitting = _of_that_age(aged, words[0], known_by)
        if len(words) == 1 and _word_before(cast, mention.span) in ranks():
            fitting = [d for d in fitting if not _is_called_plainly(cast, d)] or fitting  # "Captain Aas", not Mr. Aas
        name = f"{_shown(mention.span.of(cast.text), words)} {surnames.get(mention, '')}".rstrip()
        if reigning and any(w[-1] == words[0] and len(w) > 1 for w, _ in full):
            name = f"{_word_before(cast, mention.span).capitalize()} {name}"
        if aged and not fitting:
            name = f"the {aged} {name}"
        if fitting:
            usual = [d for d in fitting if id(d) not in called or _same_person(words, pieces(_usual(called[id(d)])))]
            draft = spoken_of(cast, mention, usual or fitting) if len(words) == 1 else fitting[0]
        else:
            draft = cast.add(Draft(name, "person", named=True, gender=gender_of(words)))
        called.setdefault(id(draft), Counter())[_fitness(cast, mention, words, titles), name] += 1
        draft.gender = gender or draft.gender
        if (words, id(draft)) not in told and (len(words) > 1 or not fitting) and not aged:
            told.add((words, id(draft)))
            full.append((words, draft))
        cast.give(mention, draft)
    for draft in cast.drafts:
        draft.name = _usual(called[id(draft)]) if id(draft) in called else draft.name


def _told_by_age(cast: Cast, mention: Mention) -> str:
    """Surname -> the word before it that tells its bearer from another of that name: "the elder Aas"; else ""."""
    return next((str(c.lower_) for c in cast.head(mention).children if c.lower_ in _AGED), "")


def _of_that_age(aged: str, surname: str, known_by: Sequence[tuple[tuple[str, ...], Draft]]) -> list[Draft]:
    """Word of age, surname and who is known -> the junior or the other, where a text has both; else nobody."""
    namesakes = [(w[-1] in _JUNIOR, d) for w, d in known_by if surname in w]
    juniors = [d for junior, d in namesakes if junior]
    return juniors if aged == "younger" else [d for junior, d in namesakes if juniors and not junior]


def _fitness(cast: Cast, mention: Mention, words: tuple[str, ...], titles: Sequence[Span]) -> int:
    """Name, its words and the titles of its text -> how fit it is to be shown: in full, quoted, in part, in a title.

    A quotation has "Crooked Liv Aas", a title "Derelict Aas To Speak".
    """
    if not gender_of(words) and any(t.covers(mention.span) for t in titles):
        return 0
    return 1 if len(words) == 1 else 2 if cast.is_quoted(mention.span) else 3


def _usual(called: Counter[tuple[int, str]]) -> str:
    """Names of somebody, each with how fit it is -> the one to show: with a known first name, used most."""
    best = max(fitness for fitness, _ in called)
    fit = {name: times for (fitness, name), times in called.items() if fitness == best}
    known = {name: times for name, times in fit.items() if gender_of(pieces(name))}
    return max(known or fit, key=lambda name: (known.get(name, 0), len(name)))


def _is_called_plainly(cast: Cast, draft: Draft) -> bool:
    """Whether a text calls somebody "Mr." or "Ms." and never by a rank."""
    before = {_word_before(cast, span) for span in draft.mentions}
    return not before.isdisjoint(_PLAIN) and before.isdisjoint(ranks())


def _word_before(cast: Cast, span: Span) -> str:
    start = cast.tokens(span).start
    return str(cast.doc[start - 1].lower_).removesuffix(".") if start else ""


def _gender_told(cast: Cast, mention: Mention) -> str:
    """Person's name -> "f" or "m" where a form of address or a noun beside it tells: "Ms. Aas", "his wife, Liv"."""
    before = introduction(cast.doc, cast.tokens(mention.span).start)
    name = cast.head(mention)
    beside = [
        c for c in name.children if c.dep_ == "appos" and c.i > name.i and not any(t.tag_ == "WP$" for t in c.lefts)
    ]
    beside += [name.head] if name.dep_ == "appos" else []
    told = (gender_in(word.lower_) for word in (*before[-1:], *beside))
    return next((gender for gender in told if gender), "")


def _counting(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a person's name -> without the number of a namesake, by which the text will not call him again."""
    return words[:-1] if len(words) > 2 and words[-1] in _NUMBERED else words


def _describe_persons(cast: Cast, mentions: list[Mention]) -> None:
    """Persons' names, all linked -> nothing; their drafts have the offices and states that the text gives."""
    for mention in mentions:
        if mention in cast.of_mention:
            describe(cast, mention, cast.of_mention[mention])
    for draft in cast.drafts:
        if draft.kind == "person" and not draft.state and draft.sector != "ELI":
            draft.state = max(state_of(n, in_office=draft.sector == "GOV") for n in (draft.name, *draft.names))


def _shown(written: str, words: tuple[str, ...]) -> str:
    """Name as written and the words that count -> the name to show, without what was trimmed behind."""
    return " ".join(written.split() if len(_counting(pieces(written))) == len(words) else written.split()[: len(words)])


def _same_person(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if (short[-1] in _JUNIOR) != (long[-1] in _JUNIOR):
        return False
    if short == long:
        return True
    if len(short) > 1 and len(long) > 1 and short[-1] == long[-1] and given_name(short[0]) == given_name(long[0]):
        return True
    if len(short) == 1:
        return short[0] in {long[0], long[-1]}
    return len(short) < len(long) and short in {long[: len(short)], long[-len(short) :]}


def _link_others(cast: Cast, mentions: list[Mention]) -> None:
    """Names of bodies and places, and of an unknown kind -> drafts; short forms and acronyms join the long ones."""
    known: dict[tuple[str, ...], Draft] = {}
    for draft in cast.drafts:
        if draft.kind in {"person", "outlet", "organization"}:
            known.setdefault(_bare(pieces(draft.name)), draft)
    whole = _in_brackets(cast, mentions)
    units = {_bare(pieces(m.span.of(cast.text))) for m in mentions if _is_unit(cast, m)}
    organs = {m: state_beside(cast, m) for m in mentions if is_organ(_bare(pieces(m.span.of(cast.text))))}
    for mention in sorted(mentions, key=lambda m: (not organs.get(m), -len(m.span), m.span.start)):
        words = _bare(pieces(mention.span.of(cast.text)))
        if not words:
            continue
        if mention in organs and not _is_one_of_many(cast, mention):
            _link_organ(cast, mention, words, organs[mention])
            continue
        if _is_one_of_many(cast, mention):
            if (called := _apposed_person(cast, mention)) is not None:
                cast.describe(mention, called)
            continue
        longer = {long: draft for long, draft in known.items() if long not in units}
        found = (
            known.get(words) or _longer(words, longer, mention, cast.head(mention)) or _surname(cast, mention, words)
        )
        if found is None and words in whole and (named := cast.of_mention.get(whole[words])) is not None:
            found = known[words] = named
        if found is None and mention.kind == "place" and (state := _misspelt_state(cast, mention)) is not None:
            state.doubtful.append(mention.span)
            found = state
        if found is None:
            if mention.kind is None and not _acts(cast, mention):
                continue
            kind = mention.kind or "person"
            found = known[words] = cast.add(Draft(" ".join(mention.span.of(cast.text).split()), kind, named=True))
            if kind == "organization":
                _body(cast, mention, found)
        cast.give(mention, found)


def _link_organ(cast: Cast, mention: Mention, words: tuple[str, ...], state: str) -> None:
    """Name that many states have for an organ, its words and the state told beside it -> nothing; it has its draft."""
    bodies = [(pieces(d.name), d) for d in cast.drafts if d.kind == "organization" and d.named]
    alike = [d for own, d in bodies if own[-len(words) :] == words or words[-len(own) :] == own]
    if state:
        found = next((d for d in alike if d.state == state), None)
    else:
        found, state = told_of(cast, mention, alike) if alike else (None, untold_state(cast))
    if found is None:
        found = cast.add(Draft(named_with_state(cast, mention), "organization", named=True))
        _body(cast, mention, found)
        found.state = state
    cast.give(mention, found)


def _is_unit(cast: Cast, mention: Mention) -> bool:
    """Whether a name is told to be part of a body that is not named there: "Aker Oil Drilling, a unit of the group".

    That body's own name can be what this one begins with.
    """
    told = [c for c in cast.head(mention).children if c.dep_ == "appos" and c.lemma_.lower() in _UNITS]
    owners = [n for c in told for of in c.children if of.dep_ == "prep" for n in of.children if n.dep_ == "pobj"]
    begins = mention.span.of(cast.text).split()[0]
    return bool(told) and all(n.pos_ != "PROPN" or n.left_edge.text == begins for n in owners)


def _is_one_of_many(cast: Cast, mention: Mention) -> bool:
    """Whether a name is for one of those who bear it, and not for the body: "a Republican", "another Boeing"."""
    name = cast.head(mention)
    return mention.kind in {None, "organization", "group"} and any(t.lower_ in _ONE_OF for t in name.lefts)


def _apposed_person(cast: Cast, mention: Mention) -> Draft | None:
    """What one of many stands beside -> whom it describes: "Bo Aas, a Republican"."""
    name = cast.head(mention)
    draft = cast.draft_at(name.head) if name.dep_ == "appos" else None
    return draft if draft is not None and draft.kind == "person" else None


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a name -> without what only says at its end that it is a firm's: "Aker Motors Corporation"."""
    while len(words) > 1 and words[-1].replace(".", "") in FIRM:
        words = words[:-1]
    return words


def _in_brackets(cast: Cast, mentions: list[Mention]) -> dict[tuple[str, ...], Mention]:
    """Names -> the words of each that stands in brackets right behind a longer name, whose letters it is made of.

    "Aker Northern Airways (ANW)": the name in full is the mention that is given.
    """
    ends = {mention.span.end: mention for mention in mentions}
    found: dict[tuple[str, ...], Mention] = {}
    for mention in mentions:
        written, start = mention.span.of(cast.text), mention.span.start
        whole = ends.get(start - 2)
        if (
            whole is None
            or cast.text[start - 2 : start] != " ("
            or cast.text[mention.span.end : mention.span.end + 1] != ")"
        ):
            continue
        letters = iter(whole.span.of(cast.text).lower())
        if (
            written.isupper()
            and written[0] == whole.span.of(cast.text)[0]
            and all(c in letters for c in written.lower())
        ):
            found.setdefault(pieces(written), whole)
    return found


def _misspelt_state(cast: Cast, mention: Mention) -> Draft | None:
    """Place of a long name that nobody knows -> the one state of the world whose name is a letter off: "Afganistan"."""
    written = mention.span.of(cast.text)
    if len(written) < 8 or " " in written:
        return None
    near = near_states(written)
    if len(near) != 1:
        return None
    code = near[0]
    known = next((d for d in cast.drafts if d.kind == "state" and d.code == code), None)
    return known or cast.add(Draft(state_name(code), "state", named=True, code=code, state=code))


def _acts(cast: Cast, mention: Mention) -> bool:
    """Whether a name of an unknown kind does what persons do."""
    head = cast.head(mention)
    return head.dep_ == "nsubj" and head.head.lemma_.lower() in _DOING


def _longer(words: tuple[str, ...], known: dict[tuple[str, ...], Draft], mention: Mention, name: Any) -> Draft | None:
    """Words and head of a name -> the one longer name of a body that it shortens: beginning, initials, all but a state.

    A place is not the body called after it, but a firm's name taken for one is, and a team by its end: "the Rowers".
    """
    fitting: list[Draft] = []
    for long, draft in known.items():
        if draft.kind == "person" or len(long) <= len(words):
            continue
        initials = "".join(w[0] for w in long if w not in {"of", "and", "the", "for"})
        masthead = draft.kind == "outlet" and words[0] in _MASTHEADS and long[-1:] == words
        team = is_many(name) and draft.kind == "organization" and long[-len(words) :] == words
        named_so = mention.kind != "place" or long[len(words)] in _TRADES
        beginning = draft.kind == "organization" and long[: len(words)] == words and long[-1] not in _GIVEN and named_so
        if (
            masthead
            or team
            or beginning
            or _of_a_state(words, long, draft)
            or (len(words) == 1 and len(words[0]) > 1 and words[0] == initials)
        ):
            fitting.append(draft)
    return fitting[0] if len({id(d) for d in fitting}) == 1 else None


def _surname(cast: Cast, mention: Mention, words: tuple[str, ...]) -> Draft | None:
    """A name of one word, no place by its sentence -> the one person before it whose full name ends so.

    The name finder takes a surname that is a town's too for that: "Bo Odense", and then "said Odense"; and two that a
    hyphen joins for a firm's.
    """
    if " " in mention.span.of(cast.text) or is_place(cast.head(mention)):
        return None
    persons = [d for d in cast.drafts if d.kind == "person" and min(d.mentions) < mention.span]
    bearers = [d for d in persons if len(own := pieces(d.name)) > len(words) and own[-len(words) :] == words]
    return bearers[0] if len(bearers) == 1 else None


def _of_a_state(words: tuple[str, ...], long: tuple[str, ...], draft: Draft) -> bool:
    """Whether a longer name is a shorter one with the name of a state before it: "the Navy", "the US Navy"."""
    front = len(long) - len(words)
    body = role_at(list(words))
    alone = len(words) < 2 and (body is None or body.denotes != "organization")
    if draft.kind != "organization" or alone or long[front:] != words:
        return False
    state = actor_named(" ".join(draft.name.split()[:front]))
    return state is not None and state.kind == "state"


def _body(cast: Cast, mention: Mention, draft: Draft) -> None:
    """Name of a body that is not in the lexicon -> nothing; its draft has the state and sector that the name tells."""
    tokens = list(cast.tokens(mention.span))
    words = [t.lower_ for t in tokens if t.lower_ not in {"'s", "-"}]
    role = role_at(words) or role_at(words[:1]) or (role_at(words[:2]) if len(words) > 1 else None)
    head = tokens[-1]
    states = states_in(cast, [*tokens, *(c for c in head.children if c.dep_ in {"poss", "compound", "amod"})])
    if role is not None and role.denotes == "organization":
        draft.offices.setdefault(role.words)
        draft.sector = role.sector
        draft.trade = role.words if role.sector == "JRN" else ""
    if len(states) == 1:
        draft.state = states[0]
