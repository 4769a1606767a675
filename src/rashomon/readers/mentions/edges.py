"""Names that the rest of the text shows to end or begin elsewhere than where they were cut."""

from typing import Any

from rashomon.lexicon.roles import role_at, title
from rashomon.readers.mentions.persons import Name, month_surnames, noun_surnames
from rashomon.text.words import tokens_of, words_of

_SMALL = frozenset({"of", "and", "for", "the", "in", "on", "to"})


def small_word(doc: Any, start: int, end: int) -> int:
    """A name's tokens -> the first word among them that a person's name does not have; 0 for none."""
    return next((i for i in range(start, end) if doc[i].lower_ in _SMALL and doc[i - 1].text != "-"), 0)


def goes_on(doc: Any, before: int, token: Any) -> bool:
    """Whether a name that ends in ``token`` has one more word before it."""
    word = doc[before]
    dated = word.ent_type_ == "DATE"  # "On 12 [August] Bo Aas left"
    return bool(word.pos_ == "PROPN" and word.text[:1].isupper() and word.head == token and not dated)


def mended(doc: Any, names: list[Name]) -> list[Name]:
    """Names -> the same, with persons freed of a thing's word behind them, and surnames that look like months added."""
    nouns = {token.text for token in tokens_of(doc, "NOUN") if token.is_lower}
    known = [[doc[i].lower_ for i in range(n.start, n.end)] for n in names if n.kind == "person"]
    persons = {tuple(w) for w in known} | {(w[-1],) for w in known if len(w) > 1 and w[-1] not in nouns}
    months = list(month_surnames(doc, names))
    surnames = {doc[n.start].text for n in months}
    last_words = {w[-1] for w in known}
    names = [part for name in names for part in _parted(doc, name, last_words)]
    surnames_known = {w[-1] for w in known if len(w) > 1}
    names = [_before_things(doc, n, surnames_known, nouns) for n in names]
    names = [_behind_calling(doc, n, nouns) for n in names]
    mended = [_freed(doc, n, persons, nouns) if n.kind in {"person", None} else n for n in names]
    mended = [n._replace(kind="person") if n.kind is None and doc[n.end - 1].text in surnames else n for n in mended]
    known_words = {word for name in persons if len(name) > 1 for word in name}
    plural = noun_surnames(doc, mended, surnames_known.difference(w for w in words_of(doc) if w.islower()))
    return [*(n for n in mended if not _is_plain(doc, n, nouns - known_words)), *months, *plural]


def _parted(doc: Any, name: Name, surnames: set[str]) -> list[Name]:
    """A body's name -> the same, and the person behind it whose surname the text has elsewhere.

    "Secretary of the [Air Force for Acquisition] [Ana Duarte]", and later "Duarte".
    """
    words = [doc[i] for i in range(name.start, name.end)]
    small = any(t.lower_ in _SMALL for t in words[1:-3])
    two = [t for t in words[-2:] if t.text.isalpha() and t.text[:1].isupper() and not t.is_upper]
    if name.kind != "organization" or not small or len(two) < 2 or words[-1].lower_ not in surnames:
        return [name]
    if role_at([two[0].lower_]) is not None:
        return [name]
    return [name._replace(end=name.end - 2), Name(name.end - 2, name.end, "person")]


def _behind_calling(doc: Any, name: Name, nouns: set[str]) -> Name:
    """A person's name of three words -> without a first one that is a noun of the text: "Comedian [Ana Duarte]"."""
    calling = name.kind == "person" and name.end - name.start > 2 and doc[name.start].lower_ in nouns
    return name._replace(start=name.start + 1) if calling else name


def _is_plain(doc: Any, name: Name, nouns: set[str]) -> bool:
    """Whether one word taken for a person is a common noun of the text ("Climber dies", and later "the climber")."""
    if name.kind != "person" or name.end - name.start > 1 or doc[name.start].lower_ not in nouns:
        return False
    return name.start == 0 or (title(doc[name.start - 1].text) or role_at([doc[name.start - 1].lower_])) is None


def _before_things(doc: Any, name: Name, surnames: set[str], nouns: set[str]) -> Name:
    """A name that ends in things -> the person's before them: "the [Ana Duarte] Servers", and elsewhere "servers".

    What was taken for a body is a person's name where the text has that surname elsewhere.
    """
    last = doc[name.end - 1]
    if name.end - name.start < 3 or last.lower_ not in nouns or not last.lower_.endswith("s"):
        return name
    of_one_known = name.kind == "organization" and doc[name.end - 2].lower_ in surnames
    if not of_one_known and (name.kind != "person" or last.tag_ not in {"NNS", "NNPS"}):
        return name
    start = name.start
    while start > 0 and goes_on(doc, start - 1, doc[start]) and doc[start - 1].ent_iob_ == "O":
        start -= 1
    return name._replace(start=start, end=name.end - 1, kind="person")


def _freed(doc: Any, name: Name, persons: set[tuple[str, ...]], nouns: set[str]) -> Name:
    """A person's name -> without the thing named after him ("the [Duarte] Memos"); "Hale Law professor" is a school."""
    words = tuple(doc[i].lower_ for i in range(name.start, name.end))
    last = doc[name.end - 1]
    is_thing = last.tag_ in {"NN", "NNS", "NNPS"} or last.lower_ in nouns
    if len(words) > 1 and words[:-1] in persons and words[-1:] not in persons and is_thing:
        return name._replace(end=name.end - 1)
    if name.end < len(doc) and last.dep_ in {"compound", "nmod"} and last.head.i == name.end and last.head.is_lower:
        taught = role_at([last.head.lemma_.lower()])
        if taught is not None and taught.sector == "EDU":
            return name._replace(kind="organization")
    return name
