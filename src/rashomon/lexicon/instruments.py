"""Words for an accord -> which instrument they name."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.lexicon.actors import actor_named
from rashomon.lexicon.files import load
from rashomon.lexicon.letters import lowered

_CAPITAL = r"(?:U\.[SKN]\.-)?[A-Z][\w’'-]*"
_RESOLUTION = re.compile(r"(?:(?:U\.?N\.?|United Nations|(?:U\.?N\.? )?Security Council) )?[Rr]esolution (\d{3,4})\b")
_ACRONYM = re.compile(r" \((?:the )?([A-Z]{2,6})\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Instrument(NamedTuple):
    """An instrument: its key, its full name, and the state most bound by it ("" for none)."""

    key: str
    full: str
    party: str

    @property
    def short(self) -> str:
        """What a sentence calls it: its acronym where that is its key, else its full name."""
        return self.key if self.key.isupper() else self.full


class Naming(NamedTuple):
    """An instrument as words name it; ``loose`` where the words could mean another one ("the nuclear deal")."""

    instrument: Instrument
    loose: bool


class Named(NamedTuple):
    """Where a text names an instrument."""

    start: int
    end: int
    naming: Naming


def instrument_in(words: str) -> Naming | None:
    """Words -> the listed instrument that they name, the longest name first, or None."""
    words = words.lower()
    found = _pattern(loose=False).search(words)
    if found is not None:
        return Naming(_by_name()[_plain(found[1])], loose=False)
    found = _pattern(loose=True).search(words)
    return Naming(_by_name()[_plain(found[1])], loose=True) if found is not None else None


def instrument(key: str) -> Instrument:
    """Key of the file -> the instrument."""
    data = load("instruments.yaml")[key]
    return Instrument(key, data["full"], data.get("party", ""))


@lru_cache(maxsize=2)  # what politics and claims ask of one text
def instruments_in(text: str) -> tuple[Named, ...]:
    """Text -> where it names instruments, listed or by a title of their own, in text order, none inside another.

    An acronym that the text gives behind such a title ("the Rivera Treaty (RT)") names it wherever it stands.
    """
    found = list(_listed(text))
    titled = [one for one in _titled(text) if not any(one.start < o.end and o.start < one.end for o in found)]
    taken = [*found, *titled]
    for one in titled:
        acronym = _ACRONYM.match(text, one.end)
        if acronym is not None:
            own = re.finditer(rf"\b{acronym[1]}\b", text)
            taken += [Named(m.start(), m.end(), one.naming) for m in own]
    return tuple(sorted(dict.fromkeys(taken)))


def accords_by_place(text: str) -> list[Named]:
    """Text -> where a capitalised word before a small noun could name an accord ("the Rivera accord")."""
    nouns = "|".join(load("accords.yaml")["plain"])
    pattern = re.compile(rf"(?<=\b[Tt]he )((?:{_CAPITAL} )+)(?:{nouns})\b(?! of\b)")
    found = (m for m in pattern.finditer(text) if not any(map(_is_party, m[1].split())))
    return [Named(m.start(), m.end(), Naming(_own(m[0]), loose=True)) for m in found]


def _is_party(word: str) -> bool:
    """Whether a word names a state, a people or a body: "the Kenyan agreement" is Kenya's and has no name."""
    known = actor_named(word)
    return known is not None and known.naming != "capital"


def accord_key(name: str) -> str:
    """Name of an accord -> its key in the file; of one that is not listed what tells it from others: "rivera".

    That is what stands before its title, else what stands behind: treaty, accord and protocol of one name are one.
    """
    listed = _by_short().get(name)
    if listed is not None:
        return listed
    if name.startswith("Resolution "):
        return name.lower()
    before, _, behind = _YEAR.sub("", name).partition(_title_in(name))
    words = [w for w in before.split() if w not in load("accords.yaml")["openings"]]
    words = words or [w for w in behind.split() if w not in {"of", "on", "for", "the", "and"}]
    return " ".join(words).lower()


def _title_in(name: str) -> str:
    """Name -> the noun in it that says it is an accord."""
    titles = {*load("accords.yaml")["titles"], *load("accords.yaml")["plain"]}
    return next((word for word in name.split() if word in titles), name.rsplit(maxsplit=1)[-1])


def _listed(text: str) -> Iterator[Named]:
    for found in _pattern(loose=False).finditer(lowered(text)):
        yield Named(found.start(1), found.end(), Naming(_by_name()[_plain(found[1])], loose=False))
    for found in _RESOLUTION.finditer(text):
        name = f"Resolution {found[1]}"
        yield Named(found.start(), found.end(), Naming(Instrument(name.lower(), name, ""), loose=False))


def _titled(text: str) -> Iterator[Named]:
    data = load("accords.yaml")
    for found in _title_pattern().finditer(text):
        words = found["before"].split()
        owner = max((i for i, word in enumerate(words) if re.search(r"[’']s?$", word)), default=-1)
        words = words[owner + 1 :]
        while words and words[0] in data["openings"]:
            words.pop(0)
        name = " ".join([*words, found["title"]]) + (found["behind"] or "")
        if not (words or found["behind"]) or any(name.endswith(wrong) for wrong in data["not"]):
            continue
        if all(word in data["openings"] for word in words) and not found["behind"]:
            continue
        start = found.end() - len(name)
        yield Named(start, found.end(), Naming(_own(name), loose=False))


def _own(name: str) -> Instrument:
    return Instrument(accord_key(name), name, "")


@cache
def _by_short() -> dict[str, str]:
    """-> the short and the full name of every listed instrument to its key."""
    listed = [instrument(key) for key in load("instruments.yaml")]
    return {name: one.key for one in listed for name in (one.short, one.full)}


@cache
def _title_pattern() -> re.Pattern[str]:
    titles = "|".join(load("accords.yaml")["titles"])
    year = r"(?:(?:19|20)\d\d )?"
    behind = rf" (?:of|on|for) (?:the )?{_CAPITAL}(?: (?:and |of )?{_CAPITAL})*"
    before = rf"(?:{_CAPITAL} (?:(?:and|of|for) (?={_CAPITAL}))?)*"
    return re.compile(rf"\b{year}(?P<before>{before})(?P<title>{titles})\b(?P<behind>{behind})?")


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name)


@cache
def _by_name() -> dict[str, Instrument]:
    named = {}
    for key, data in load("instruments.yaml").items():
        for name in (*data.get("loose", ()), *data["names"]):
            named[name.lower()] = instrument(key)
    return named


@cache
def _pattern(*, loose: bool) -> re.Pattern[str]:
    kind = "loose" if loose else "names"
    names = sorted((n for d in load("instruments.yaml").values() for n in d.get(kind, ())), key=len, reverse=True)
    listed = "|".join(re.escape(n.lower()).replace(r"\ ", r"\s+") for n in names)
    return re.compile(rf"(?<![\w-])({listed})(?:e?s)?(?![\w-])")
