"""Kinds of happenings ("@resign"): the words that dated events share, and whether they are told of the right one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from rashomon.errors import SettingsError
from rashomon.lexicon.actors import names_of
from rashomon.lexicon.files import load
from rashomon.lexicon.letters import lowered

_PARTS = frozenset({"does", "done", "noun"})
_NOT_DONE = re.compile(
    r"(?:\b(?:will|would|can|could|(?-i:may)|might|must|should|be|to|not|never)|"
    r"n['’]t|cannot)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_WHO = re.compile(r",\s+who\b", re.IGNORECASE)
_BESIDE = re.compile(r"[A-Z][\w’'-]*,\s")
"""A name and a comma before another name: "the president of Niger, General Mainassara" is not "of Mainassara"."""
SOMEBODY = re.compile(r"(?:[A-Z][\w.’'-]+ )+(?:al-)?[A-Z][\w’'-]+")
"""Two names in a row, as those of somebody else have them."""
_IN_A_WORD = re.compile(r"\w")
_A_DEED = re.compile(r"\ban?(?:\s+[\w.-]+){0,2}\s+$", re.IGNORECASE)
_BY_THE_WAY = (
    r"who|then|finally|eventually|soon|later|also|just|himself|herself|itself|today|yesterday|"
    r"(?:on|last|this|late|early) \w+|"
    r"(?!(?:nearly|narrowly|falsely|hardly|barely|only|rarely|wrongly|supposedly|early)\b)\w+ly"
)
_SAID_SO = (
    r"(?:said|says|announced|declared|confirmed|told \w+(?: \w+){1,3})(?: (?:on|last) \w+)?(?: that)? (?:he|she)"
    r"(?: (?:was|had|has))?"
)
_FORCED = (
    r"(?:was|were|been|be) (?:forced|compelled|obliged|pressured|made|persuaded) to|agreed to|decided to|chose to|did"
)
_SOME = r"(?:\s+(?!(?:and|or|but|while|as|when|after|before|because|that|who|which|if|than)\b)[\w.’'-]+){0,3}\s+"
_OF = r"of|for|by|to|against|under|from|on|about|between|near|around|behind|like"
_JOINED = r"for|of|to|in|on|by|and|at|over|about|with|from|his|her|the|a|an"


@dataclass(frozen=True)
class Kind:
    """The words of a kind: ``words`` that may stand anywhere, or those told of someone, by how they are told."""

    words: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()

    @cached_property
    def _bare(self) -> frozenset[str]:
        return frozenset(word.rstrip("*") for word in self.words)

    def shared(self, words: tuple[str, ...]) -> int:
        """Words -> how many of them are among those that may stand anywhere."""
        return len(self._bare.intersection(word.rstrip("*") for word in words))

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The words that must be told of someone."""
        return self.does + self.done + self.noun

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """What of these words stands in any text that tells them: without "of" behind, the name may part the rest."""
        return (*(word.removesuffix(" of") for word in self.told), *sorted({verb for verb, _ in self.parted}))

    @cached_property
    def parted(self) -> frozenset[tuple[str, str]]:
        """The words that a name may stand between: "found" and "guilty"."""
        pairs = (word.partition(" ") for word in self.done)
        return frozenset((verb, rest) for verb, _, rest in pairs if rest and ".." not in rest)


@dataclass(frozen=True)
class Tied:
    """A kind, and the names of those of whom its words must be told."""

    kind: Kind
    names: tuple[str, ...]

    def places(self, stretch: str) -> Iterator[tuple[int, int]]:
        """Stretch of text -> where the words of the kind are told of one of the names."""
        if next(found_in(self.kind.heads, lowered(stretch)), None) is None:
            return  # the patterns that tie a word to a name are costly to make, and most are never wanted
        after, before, around = _tied(self.kind, self.names)
        for match in after.finditer(stretch):
            under = match["under"] and not _BESIDE.search(match["under"])
            told = match["noun"] or not under or _WHO.search(match[0])  # "tributes to Mandela, who died"
            if told and not _wished(stretch, match.start()):
                yield match.span(match.lastgroup or 0)
        for match in before.finditer(stretch):
            start = match.start()
            some = match["deed"] and _A_DEED.search(stretch[max(0, start - 40) : start])
            if not some and not _wished(stretch, start):
                yield match.span(match.lastgroup or 0)
        for match in around.finditer(stretch):
            words = match["verb"].lower(), match["rest"].lower()
            if words in self.kind.parted and not _wished(stretch, match.start()):
                yield match.start("verb"), match.end("rest")
        yield from self._of_pronoun(stretch)

    def _of_pronoun(self, stretch: str) -> Iterator[tuple[int, int]]:
        """Stretch of text -> where the words are told of a pronoun for whom it has named, and nobody else since."""
        named, told = _pronouns(self.kind, self.names)
        if (name := named.search(stretch)) is None:
            return
        for match in told.finditer(stretch, name.end()):
            between = stretch[name.end() : match.start()]
            if not SOMEBODY.search(between) and not _wished(stretch, match.start()):
                yield match.span(match.lastgroup or 0)


def kinds(given: Any = None, where: str = "") -> dict[str, Kind]:
    """What a user's file has under `kinds`, and its path -> our kinds and those."""
    ours = _ours()
    if given is None:
        return ours
    if not isinstance(given, dict):
        raise SettingsError(f"{where}: kinds is a table of names, each with its words")
    return ours | {str(name): _kind(words, f"{where}, kind {name!r}") for name, words in given.items()}


def unknown_kind(name: str, known: dict[str, Kind]) -> str:
    """Name of no kind, and the kinds -> what to say of it."""
    return f"no kind of happening called {name!r}; known: {', '.join(sorted(known))}"


@cache
def lemmas(name: str) -> frozenset[str]:
    """Name of a list of verbs and nouns in dated_kinds.yaml -> the list."""
    return frozenset(load("dated_kinds.yaml")[name])


def found_in(words: tuple[str, ...], lower: str) -> Iterator[tuple[int, int]]:
    """Words of a group, and a stretch in lower case -> where one of them stands."""
    if any(all(piece in lower for piece in pieces) for pieces in _pieces(words)):  # costs less than to make the pattern
        pattern, at = _pattern(words), 0
        while match := pattern.search(lower, at):
            start, end = match.span()
            if start and _IN_A_WORD.match(lower, start - 1):
                at = start + 1
            else:
                yield start, end
                at = end


@lru_cache(maxsize=4096)
def _pieces(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Words of a group -> the letters and digits of each that stand in whatever it meets."""
    return tuple(tuple(re.findall(r"\w+", word.lower())) for word in words)


@lru_cache(maxsize=4096)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words of a group -> their regular expression: "reimpos*" begins a word, ".." is up to three words.

    That it must begin a word is asked of what it finds: `re` looks for a first letter five times as fast as for the
    beginning of a word.
    """
    return re.compile(rf"(?:{_one_of(words)})(?!\w)")


def is_done(stretch: str, start: int) -> bool:
    """Whether nothing right before a place puts what follows ahead or denies it ("will be", "did not")."""
    return _NOT_DONE.search(stretch[max(0, start - 60) : start]) is None


def _wished(stretch: str, start: int) -> bool:
    """Whether the words before a place say that what follows is wished for, refused, planned or doubtful."""
    return _wishes().search(stretch[max(0, start - 60) : start]) is not None


@cache
def _wishes() -> re.Pattern[str]:
    near = r"\b(?:\W+\w+){0,3}\W*$"
    return re.compile(
        rf"\b(?:{_listed('wished')}){near}|\b(?:{_listed('wished for')}) (?:for|on|of){near}"
        r"|\b(?:any|another)(?:\s+[\w.-]+)?\s+$|\b(?:or|if)\s+$",
        re.IGNORECASE,
    )


@cache
def _listed(name: str) -> str:
    """Name of a list of the file -> any of its words, as the text of a regular expression."""
    return _one_of(tuple(load("dated_kinds.yaml")[name]))


@cache
def _ours() -> dict[str, Kind]:
    table = load("dated_kinds.yaml")["kinds"]
    return {name: _kind(words, f"dated_kinds.yaml, kind {name!r}") for name, words in table.items()}


def _kind(given: Any, where: str) -> Kind:
    if isinstance(given, list):
        return Kind(_words(given, where))
    if not isinstance(given, dict) or not given or given.keys() - _PARTS:
        raise SettingsError(f"{where}: a kind is a list of words, or has {', '.join(sorted(_PARTS))}")
    return Kind(**{part: _words(words, where) for part, words in given.items()})


def _words(given: Any, where: str) -> tuple[str, ...]:
    if not isinstance(given, list) or not given or not all(re.search(r"\w", str(word)) for word in given):
        raise SettingsError(f"{where}: a list of words that hold letters or digits is wanted")
    return tuple(str(word) for word in given)


def _source(word: str) -> str:
    """Word of a group -> the text of its regular expression."""
    text = re.escape(word.lower()).replace("'", "['’]").replace(r"\ \.\.\ ", _SOME)
    return text.replace(r"\*", r"\w*").replace(r"\-", r"[\s-]?").replace(r"\ ", r"[\s-]+")


def _one_of(words: tuple[str, ...]) -> str:
    return "|".join(_source(w) for w in sorted(words, key=len, reverse=True)) or r"(?!)"


@lru_cache(maxsize=2048)
def _tied(kind: Kind, names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Kind and names -> the patterns of its words after a name, before one, and around one."""
    name = rf"(?<!\w)(?:{_one_of(tuple(one for n in names for one in (names_of(n) or (n,))))})(?![\w-])"
    title = rf"(?:{_listed('before a name')})\b|\d+|(?-i:[A-Z])[\w’'-]*"
    titles = rf"(?:[\s,.“\"]+(?:{title})){{0,7}}?[\s,.“\"]+"
    return _after(kind, name, titles), _before(kind, name, titles), _around(kind, name, titles)


@lru_cache(maxsize=2048)
def _pronouns(kind: Kind, names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Kind and names -> the pattern of a name, and that of the kind's words told of him or her: "shot him dead"."""
    name = _one_of(tuple(one for n in names for one in (names_of(n) or (n,))))
    does, done = _one_of(kind.does), _one_of(kind.done)
    return re.compile(rf"(?<!\w)(?:{name})(?![\w-])", re.IGNORECASE), re.compile(
        rf"(?<![\w-])(?:(?P<did>{done})\s+(?:him|her)\b(?!\s+[a-z]+(?:s|er)\b)|(?:he|she)\s+(?:had\s+|has\s+)?(?P<does>{does})(?!\w)"
        rf"|(?:he|she)\s+(?:was|had been|has been)\s+(?P<done>{done})(?!\w))",
        re.IGNORECASE,
    )


def _after(kind: Kind, name: str, titles: str) -> re.Pattern[str]:
    """Kind, name -> "Suharto, 76, resigned", "Suharto and Amir were ousted", "Suharto's fall"; not "under Suharto"."""
    does, done = _one_of(kind.does), _one_of(kind.done)
    noun = _one_of(tuple(word for word in kind.noun if not word.endswith(" of")))
    aside = (
        r"(?:\s+and(?:\s+(?-i:[A-Z])[\w.’'-]*){1,4}(?=\s+were\b))?"
        r"(?:\s*,\s(?:who\b|\d|(?-i:[a-z])|(?-i:[A-Z])[\w ]{1,25}['’]s\b)[^,;:.]{0,100}(?:,\s[^,;:.]{0,60})?,)?"
        rf"(?:[\s,]+(?:has|had|have|{_BY_THE_WAY})\b){{0,3}}"
    )
    was = rf"{aside}[\s,]+(?:was|were|is|been|being|got)(?:[\s,]+(?:being|been|{_BY_THE_WAY})\b){{0,2}}\s+"
    bare = rf"\s+(?=(?:{done})\s+by\b)|\s*,\s(?=(?:{done})\s+(?:by|in|at|on|after|last|outside|near|when|amid)\b)"
    whose = rf"['’]s?(?:\s+(?!(?:{_listed('someone else')}|{_JOINED})\b)[\w-]+){{0,2}}"
    return re.compile(
        rf"(?P<under>\b(?:{_OF})\b{titles})?{name}(?:"
        rf"{aside}(?:[\s,]+(?:{_SAID_SO}|{_FORCED}))?[\s,]+(?P<does>{does})(?!\w)"
        r"(?!\s+(?:himself|herself)\b|(?<=resigned)\s+to\b)"
        rf"|(?:{was}|{bare})(?P<done>{done})(?!\w)"
        rf"|(?:{whose})?\s+(?P<noun>{noun})(?![\w-])(?!\s+(?:{_listed('no deed')})\b))",
        re.IGNORECASE,
    )


def _before(kind: Kind, name: str, titles: str) -> re.Pattern[str]:
    """Kind, name -> "ousted President Suharto", "the fall on Thursday of Suharto"; not "ousted Suharto's aides"."""
    done, deed = _one_of(kind.done), _one_of(tuple(word.removesuffix(" of") for word in kind.noun))
    return re.compile(
        rf"(?<![\w-])(?:(?P<deed>{deed})(?:\s+(?:on|last|in|this)\s+[\w.]+(?:\s+\d+)?)?\s+of|(?P<did>{done}))"
        rf"{titles}{name}(?!(?:\s+(?-i:[A-Z])[\w-]*){{0,2}}['’]s?(?!\w))(?!\s+(?:{_listed('someone else')})\b)",
        re.IGNORECASE,
    )


def _around(kind: Kind, name: str, titles: str) -> re.Pattern[str]:
    """Kind, name -> "found Derek Chauvin guilty", "voted Prime Minister Shaw out"."""
    verbs, rests = (_one_of(tuple(sorted({pair[n] for pair in kind.parted}))) for n in (0, 1))
    return re.compile(rf"(?<![\w-])(?P<verb>{verbs}){titles}{name}\s+(?P<rest>{rests})(?!\w)", re.IGNORECASE)
