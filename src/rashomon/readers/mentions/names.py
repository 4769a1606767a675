"""Names in a text: the lexicon's and the name finder's, mended where news text trips the name finder."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.lexicon.actors import Found, actor_named, find_actors, shared_states
from rashomon.lexicon.roles import is_department, role_at, title
from rashomon.model import EntityKind
from rashomon.readers.mentions.again import told_again
from rashomon.readers.mentions.bodies import (
    as_firms,
    banks,
    before_flight,
    beside_based,
    in_capitals,
    names_type,
    of_its_state,
    of_two_fields,
)
from rashomon.readers.mentions.edges import goes_on, mended, small_word
from rashomon.readers.mentions.namesakes import is_of_another
from rashomon.readers.mentions.persons import Name, as_persons
from rashomon.text.boundaries import abbreviated_titles
from rashomon.text.words import starts_of, text_of, tokens_of

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
_NOT_NAMES = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "EVENT", "LAW", "LANGUAGE"}
)
_DAYS = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october"
    r"|november|december",
    re.IGNORECASE,
)
_TYPE_NUMBER = re.compile(r"-\d")  # "DC-9" is no capital's
_PRINTING = frozenset({"report", "say", "write", "tell", "quote", "note", "cite", "publish", "add", "reveal", "claim"})
_MINISTERS = frozenset({"minister", "secretary"})
_TRADE_NOUNS = frozenset({"newspaper", "agency", "daily", "magazine", "website", "news", "correspondent", "reporter"})


_PARTICLES = frozenset(
    {
        "al", "el", "bin", "ben", "ibn", "van", "von", "der", "den", "de", "da", "di", "del", "della", "dos", "la",
        "le", "ter", "abu", "ul", "e", "i",
    }
)  # fmt: skip
_BODY_WORDS = frozenset({"air", "airlines", "airways", "bank", "motors", "university", "institute", "corporation"})
_NEVER_NAMES = frozenset(
    {"UTC", "GMT", "HE", "SHE", "THEY", "WE", "YOU", "WOULD", "NOT", "BE", "HAS", "HAD", "WAS", "WERE", "SAID"}
)
"""Words that the name finder takes for names where a text is set in capitals."""


def names_in(doc: Any) -> list[Name]:
    """Doc -> the names in it, in text order; of names inside names both stay (a ministry and its state)."""
    listed = list(_from_lexicon(doc))
    known = {(name.start, name.end): name for name in listed}
    taken = {i for name in listed for i in range(name.start, name.end)}
    found = [*_from_finder(doc, known, taken)]
    covered = {i for name in found for i in range(name.start, name.end)} | taken
    found += [*banks(doc, covered), *_left_over(doc, covered)]
    called = {doc[n.start : n.end].text for n in found if n.kind == "person" and n.end - n.start > 1}
    found = [part for name in found for part in _run_together(doc, name, called)]
    found = [part for name in found for part in _before_brackets(doc, name)]
    found = of_two_fields(doc, mended(doc, found))
    found = [beside_based(doc, in_capitals(doc, name)) for name in found]
    listed = [name for name in listed if (name.start, name.end) in known]
    persons: dict[int, int] = {}  # by each token of a person's name, where it ends
    for name in (n for n in found if n.kind == "person"):
        persons |= {i: max(name.end, persons.get(i, 0)) for i in range(name.start, name.end)}
    kept = [n for n in listed if n.end > persons.get(n.start, 0)]
    told = [*kept, *as_firms(doc, list(as_persons(doc, found)))]
    return sorted([*told, *told_again(doc, told)], key=lambda n: (n.start, -n.end))


def _run_together(doc: Any, name: Name, called: set[str]) -> list[Name]:
    """A headline's two names run together, if each is told elsewhere -> both by themselves: "Bo Aas Hits Eva Lund"."""
    if name.kind != "person":
        return [name]
    places = range(name.start + 2, name.end - 1)
    first = next((i for i in places if doc[name.start : i].text in called), None)
    second = next((i for i in places if first is not None and i > first and doc[i : name.end].text in called), None)
    if first is None or second is None:
        return [name]
    return [name._replace(end=first), name._replace(start=second)]


def _before_brackets(doc: Any, name: Name) -> list[Name]:
    """A name that runs into brackets -> what stands before them, and what stands in them: "Aker Northern Air (ANA"."""
    opening = next((i for i in range(name.start + 1, name.end - 1) if doc[i].text == "("), None)
    if opening is None or any(doc[i].text == ")" for i in range(opening, name.end)):
        return [name]
    return [name._replace(end=opening), name._replace(start=opening + 1)]


def _from_lexicon(doc: Any) -> Iterator[Name]:
    """The lexicon's names that stand on whole tokens, without those that the words around them speak against."""
    text = text_of(doc)
    tokens = {start: i for i, start in enumerate(starts_of(doc))}
    found = find_actors(text)
    whole = {f.actor.name for f in found if f.actor.kind == "state" and f.actor.naming != "half"}
    for one in found:
        start = tokens.get(one.start)
        if start is None or one.actor.naming == "shared":
            continue
        end = start
        while end < len(doc) and doc[end].idx < one.end:
            end += 1
        if one.actor.naming == "half" and one.actor.name not in whole:
            continue
        if text[one.end : one.end + 2].strip().startswith("$") or _TYPE_NUMBER.match(text, one.end):
            continue
        if one.actor.kind == "outlet" and end - start == 1 and _names_another(doc, start):
            continue
        if is_of_another(doc, start, end, one.actor):
            continue
        if one.actor.naming in {"adjective", "people"} and _is_one_of_them(doc, start, end):
            continue
        if one.actor.uncertain and not _certain(doc, start, end, one):
            continue
        if doc[end - 1].idx + len(doc[end - 1]) > one.end and text[one.end] not in "'’.-":
            continue
        yield Name(start, end, one.actor.kind, one)


def _names_another(doc: Any, start: int) -> bool:
    """Whether a name goes on before one word of it that is also a paper's: "the Harbour [Herald]"."""
    if start == 0:
        return False
    before = doc[start - 1]
    tied = before.pos_ == "PROPN" and before.dep_ == "compound" and before.head.i == start
    return bool(tied and role_at([before.lower_]) is None)


def _is_one_of_them(doc: Any, start: int, end: int) -> bool:
    """Whether a people's name means one of the people, and so not their state: "the Kenyan-born Australian fell"."""
    head = doc[end - 1]
    if end - start > 1 or not head.lower_.endswith(("an", "i")) or head.tag_ not in {"NN", "NNP"}:
        return False
    return head.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(c.dep_ in {"det", "amod"} for c in head.lefts)


def _certain(doc: Any, start: int, end: int, one: Found) -> bool:
    """Whether the words around an uncertain name are those of the body or outlet."""
    head = doc[end - 1]
    if one.actor.kind != "outlet":
        return head.ent_type_ == "ORG" and not (head.i + 1 < len(doc) and doc[head.i + 1].text in {"of", "of."})
    verb = head.head
    if head.dep_ in {"nsubj", "agent"} and verb.lemma_.lower() in _PRINTING:
        return True
    if head.dep_ == "pobj" and (verb.head.lower_ == "according" or verb.dep_ == "agent"):
        return True
    if head.dep_ == "dobj" and verb.lemma_ in {"tell", "inform"}:
        return True
    beside = {doc[i].lower_ for i in (start - 1, end, end + 1) if 0 <= i < len(doc)}
    return bool(beside & _TRADE_NOUNS)


def _from_finder(doc: Any, known: dict[tuple[int, int], Name], taken: set[int]) -> Iterator[Name]:
    """The name finder's names, trimmed and joined, less those that the lexicon has."""
    done = 0
    for ent in doc.ents:
        kind = _KINDS.get(ent.label_)
        if kind is None or ent.start < done or any(t.text in _NEVER_NAMES for t in ent) or names_type(ent):
            continue
        start, end = _trimmed(doc, ent.start, before_flight(doc, ent.start, ent.end))
        if _holds_office(doc, start, end):
            start, kind = start + 1, "person"
        start, end, kind = _extended(doc, start, end, kind)
        done = max(done, end)
        if kind == "group" and (_is_one_of_them(doc, start, end) or _is_office(doc, start, end)):
            continue  # "the Nevada Democrat" is somebody
        if start >= end or not any(doc[i].text[:1].isupper() for i in range(start, end)) or _in_office(doc, start, end):
            continue
        if kind == "organization" and _is_office(doc, start, end):
            continue
        if kind == "person" and (small := small_word(doc, start, end)):
            if doc[small].lower_ != "of" or small - start < 2:
                continue
            end = small  # "Ana Duarte of Lima"
        if kind == "group" and (shared_states(doc[end - 1].text) or doc[end - 1].dep_ in {"amod", "compound", "nmod"}):
            continue
        inside = _known_in(known, start, end) if not taken.isdisjoint(range(start, end)) else []
        if any(doc[k].lower_ in _TRADE_NOUNS and doc[k].is_lower for key in inside for k in range(key[1], end)):
            continue  # "Yonhap news agency": the lexicon's name, and what it is
        if kind == "person" and inside:
            edge = max((e for s, e in inside if s == start), default=start)
            if edge < end:
                start, inside = edge, [key for key in inside if key[0] >= edge]
            start, end = _trimmed(doc, start, end)
        if start >= end or (kind == "organization" and of_its_state(known, start, inside)):
            continue
        if end - 1 in taken:
            last = next((key for key in inside if key[1] == end), None)
            if (
                kind != "organization"
                or last is None
                or last[0] <= start
                or doc[last[0] - 1].lower_ in {"of", "'s", "in"}
            ):
                continue
            known.pop(last, None)  # "Majestic Steel USA"
        if kind == "place" and end - start > 1 and _BODY_WORDS & {doc[start].lower_, doc[end - 1].lower_}:
            kind = "organization"  # "Bank of America", "Air France"
        if kind in {"place", "group"} and inside:
            kind = "organization" if kind == "group" else kind
        if _DAYS.fullmatch(doc[end - 1].text) or (end - start == 1 and _is_common(doc[start])):
            continue
        yield Name(start, end, kind)


def _holds_office(doc: Any, start: int, end: int) -> bool:
    """Whether a name begins with what somebody is minister of: "Minister of [Finance Ana Duarte]"."""
    behind = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lemma_.lower() in _MINISTERS
    return (
        behind
        and end - start > 2
        and is_department(doc[start].lower_)
        and all(t.text.istitle() for t in doc[start:end])
    )


def _known_in(known: Mapping[tuple[int, int], Name], start: int, end: int) -> list[tuple[int, int]]:
    """The lexicon's names by their tokens, and a stretch -> the tokens of those that lie in it, in text order."""
    within = ((at, until) for at in range(start, end) for until in range(at + 1, end + 1))
    return [tokens for tokens in within if tokens in known]


def _is_common(token: Any) -> bool:
    """Whether a token the name finder took is a common noun or an office ("State", "Congressional")."""
    if role_at([token.lemma_.lower()], plural=True) is not None and token.text[-1:] == "s":
        return True
    return token.pos_ not in {"PROPN", "NOUN", "ADJ", "NUM", "X"} or title(token.text) is not None


def _is_office(doc: Any, start: int, end: int) -> bool:
    """Whether what the name finder took for a body or many is an office with capitals: "the Special Counsel"."""
    words = [t.lower_ for t in doc[start:end]]
    found = role_at(words)
    return found is not None and found.denotes == "office" and found.words == " ".join(words)


def _in_office(doc: Any, start: int, end: int) -> bool:
    """Whether what the name finder took is part of an office: "Secretary of [State]", "[National Security] Advisor"."""
    if (
        start > 1
        and doc[start - 1].lower_ == "of"
        and role_at([doc[start - 2].lemma_.lower(), "of", doc[end - 1].lower_])
    ):
        return end - start == 1
    if end < len(doc) and doc[end].pos_ in {"PROPN", "NOUN"}:
        found = role_at([t.lower_ for t in doc[start : end + 1]])
        return found is not None and " " in found.words
    return False


def _trimmed(doc: Any, start: int, end: int) -> tuple[int, int]:
    """Tokens of a name -> without article, title and office before it, without "'s" and "Sgt." behind it, and marks."""
    while start < end and (
        doc[start].is_punct
        or doc[start].is_space
        or doc[start].lower_ in {"the", "a", "an", "'s"}
        or (doc[start].text.islower() and doc[start].lower_ not in _PARTICLES)
        or title(doc[start].text) is not None
        or _opens(doc[start])
    ):
        start += 1
    dash = next((i for i in range(start + 1, end) if doc[i].text == "-" and doc[i - 1].whitespace_), end)
    end = dash if doc[dash - 1].text[:1].isupper() else end  # "the Eiffel Tower - were"
    while end > start and (
        doc[end - 1].is_punct
        or doc[end - 1].is_space
        or doc[end - 1].text in {"'s", "'", "and", "or", "of", "the"}
        or doc[end - 1].text in abbreviated_titles()
    ):
        end -= 1
    return start, end


def _opens(first: Any) -> bool:
    """Whether the first word of a name only opens its sentence: "[Will] Duarte resign?", "[Beneath] Duarte's wins"."""
    asks = first.dep_ == "aux" and first.tag_ != "TO" and first.sent[-1].text == "?"
    return bool(first.is_sent_start and (asks or (first.tag_ == "IN" and first.ent_type_ == "PERSON")))


def _extended(doc: Any, start: int, end: int, kind: EntityKind) -> tuple[int, int, EntityKind]:
    """A person's name -> with what the name finder cut off ("Kim Jong" + "-un", "Kim Jong" + "Un"), without offices."""
    if kind != "person":
        return start, end, kind
    while end - start > 1 and doc[end - 1].text.isdigit():
        end -= 1  # "Bo Aas 3, Ana Duarte 2"
    while end + 1 < len(doc) and _hyphened(doc, end):
        end += 2
    if end - start < 3 and start > 0 and _begins_name(doc, start - 1, end):
        start -= 1
    while (
        end < len(doc) and doc[end].pos_ == "PROPN" and doc[end - 1].dep_ == "compound" and doc[end - 1].head.i >= end
    ):
        if doc[end].ent_iob_ != "O" or role_at([doc[end].lower_]) or not doc[end].text[:1].isupper():
            break
        end += 1
    for i in range(end - 1, start - 1, -1):
        if i < end - 1 and role_at([doc[j].lower_ for j in range(start, i + 1)]) is not None:
            start = i + 1
            break
    return start, end, kind


def _begins_name(doc: Any, at: int, end: int) -> bool:
    """Whether the name finder cut off the first word of a name that goes on to ``end``: "[López] Obrador".

    Before two words only behind an office, or it may be one itself: "Representative [Debbie] Wasserman Schultz".
    """
    word = doc[at]
    tied = word.pos_ == "PROPN" and word.dep_ == "compound" and at < word.head.i < end and word.ent_iob_ == "O"
    plain = word.text[:1].isupper() and not word.is_upper and word.text.isalpha()
    if not (tied and plain) or title(word.text) is not None or role_at([word.lower_]) is not None:
        return False
    before = doc[at - 1].lower_ if at else ""
    return end - at == 2 or (role_at([before]) is not None and role_at([before, word.lower_]) is None)


def _hyphened(doc: Any, at: int) -> bool:
    """Whether a hyphen and a further piece of a name stand here: "Kim Jong[-un]", "Moon Jae[-in]"."""
    if doc[at].text != "-" or doc[at].whitespace_ or doc[at - 1].whitespace_:
        return False
    piece = doc[at + 1]
    return piece.pos_ == "PROPN" or (piece.is_lower and len(piece) < 4 and piece.is_alpha)


def _left_over(doc: Any, covered: set[int]) -> Iterator[Name]:
    """Capitalized proper nouns that nobody took and that do or undergo something: names of an unknown kind."""
    for token in tokens_of(doc, "PROPN"):
        if token.i in covered or token.ent_type_ in _NOT_NAMES or token.text in _NEVER_NAMES:
            continue
        if token.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "agent"}:
            continue
        first = _first_of_hyphened(token)
        if (
            not first.text[:1].isupper()
            or len(token) < 2
            or _DAYS.fullmatch(token.text)
            or token.lower_ in _TRADE_NOUNS
        ):
            continue
        if actor_named(token.text) is not None and _is_one_of_them(doc, token.i, token.i + 1):
            continue
        start = first.i
        while start > 0 and goes_on(doc, start - 1, token) and start - 1 not in covered:
            start -= 1
        start, end = _trimmed(doc, start, token.i + 1)
        if start >= end:
            if token.i > 0 and title(doc[token.i - 1].text) is not None:
                yield Name(token.i, token.i + 1, "person")  # "Mr. King": a name that is also a title
            continue
        offices = [i for i in range(start, end) if role_at([doc[j].lower_ for j in range(start, i + 1)])]
        if offices and offices[-1] == end - 1:
            whole = role_at([doc[j].lower_ for j in range(start, end)])
            if end - start > 1 and whole is not None and whole.denotes == "organization":
                yield Name(start, end, "organization")
            continue
        start = offices[-1] + 1 if offices else start
        if doc[start].is_punct:
            continue  # "the President[-elect]"
        holds_one = token.dep_ == "appos" and _is_one_holders(token.head) and end - start > 1
        if not (offices or holds_one) and token.dep_ not in {"nsubj", "nsubjpass", "poss", "agent"}:
            continue
        yield Name(start, end, "person" if offices or holds_one else None)


def _first_of_hyphened(token: Any) -> Any:
    """Last piece of a name -> the piece that hyphens tie before it: "Kim [In]-ae"."""
    tied = token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return token.nbor(-2) if tied and not token.nbor(-2).whitespace_ else token


def _is_one_holders(noun: Any) -> bool:
    """Whether a noun tells of one holder of an office, whose name can stand behind it: "its envoy, Kim In-ae"."""
    role = role_at([noun.lemma_.lower()])
    return noun.tag_ == "NN" and role is not None and role.denotes == "office"
