"""Words that the parser takes for others, and plain ones that it reads in their place.

Surnames that are months' names as well: to the parser "May was calm" has no subject, and "Mrs. May" is a date. Verbs of
saying that are never nouns: to the parser "Prosecutors allege Aas paid" tells that somebody of a long name paid. Dashes
around a clause: "The rise - which Aas called unfair - hurt them" has no verb for the parser, but with commas it has.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.attrs import LEMMA, SENT_START
from spacy.tokens import Doc

from rashomon.lexicon.leaders import gender_of
from rashomon.lexicon.roles import title
from rashomon.text.abreast import ASKED
from rashomon.text.grammar import DASHES
from rashomon.text.words import OF_PARSE, words_of

MONTH_NAMES = frozenset({"May", "March", "April", "June", "August"})
"""Names of months that are persons' names too."""
_PLAIN = "Smith"
"""What the parser knows as a surname and as nothing else."""
_SAY = "say"
_NO_NOUNS = frozenset({"allege", "aver", "opine"})
"""Verbs of saying without a noun of the same form."""
_THAT_ONLY = frozenset({"affirm", "attest", "insinuate", "reaffirm"})
"""Those that the parser knows before an object."""
_OF_DATES = frozenset(
    {
        "in", "of", "by", "since", "until", "till", "to", "from", "through", "after", "before", "between", "during",
        "last", "next", "this", "each", "every", "early", "late", "mid", "-", "/",
    }
)  # fmt: skip
_FIRM = "Inc."
_FIRMS = frozenset({"LLC", "LLP", "L.L.C.", "L.L.P.", "PLC", "Ltd", "Inc", "LP"})
"""What ends a firm's name behind a comma, as "Inc." does, which is all that the parser knows; no "AG", no "NV"."""
_OF_ASIDES = frozenset({"who", "which", "whose", "whom", "including"})
_ENDS_ALL = frozenset({".", "!", "?", ";"})
_ASIDE = 40
"""Words of the longest aside between dashes."""


def stand_in(doc: Any) -> Any:
    """Unparsed doc -> one of the same tokens in which plain words stand for such; itself where it has none."""
    said = words_of(doc)
    plain = {
        **dict.fromkeys(_names(said), _PLAIN),
        **dict.fromkeys(_verbs(said), _SAY),
        **dict.fromkeys(_dashes(doc, said), ","),
        **dict.fromkeys(_firms(said), _FIRM),
    }
    if not plain:
        return doc
    words = [plain.get(at, word) for at, word in enumerate(said)]
    read = Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    read.user_data |= {ASKED: doc.user_data[ASKED]} if ASKED in doc.user_data else {}
    return read.from_array([SENT_START], doc.to_array([SENT_START]))


def take_over(doc: Any, read: Any) -> Any:
    """Unparsed doc and the parsed one that stood in for it -> the first with the parse of the other."""
    told = read.to_array(OF_PARSE)
    lemmas: Any = np.array([doc.vocab.strings.add(token.text) for token in doc], dtype="uint64")
    differ = np.array([one != two for one, two in zip(words_of(doc), words_of(read), strict=True)], dtype=bool)
    told[differ, OF_PARSE.index(LEMMA)] = lemmas[differ]
    return doc.from_array(OF_PARSE, told)


def _names(said: list[str]) -> Iterator[int]:
    """Words -> the places of months' names that are surnames."""
    surnames = {word for at, word in enumerate(said) if word in MONTH_NAMES and at and _is_called(said, at)}
    return (at for at, word in enumerate(said) if word in surnames and not _is_month(said, at))


def _verbs(said: list[str]) -> Iterator[int]:
    """Words -> the places of verbs of saying that are never nouns."""
    for at, word in enumerate(said):
        if word in _NO_NOUNS or (word in _THAT_ONLY and said[at + 1 : at + 2] == ["that"]):
            yield at


def _dashes(doc: Any, said: list[str]) -> Iterator[int]:
    """Unparsed doc and its words -> the places of the dashes on both sides of an aside that tells of a noun."""
    for at, word in enumerate(said):
        if word not in _OF_ASIDES or not at or said[at - 1] not in DASHES:
            continue
        for end in range(at + 1, min(at + _ASIDE, len(said) - 1)):
            if said[end] in _ENDS_ALL:
                break
            if said[end] in DASHES and (said[end] != "-" or doc[end - 1].whitespace_):
                yield from (at - 1, end)
                break


def _firms(said: list[str]) -> Iterator[int]:
    """Words -> the places of what ends a firm's name behind a comma."""
    return (at for at, word in enumerate(said) if word in _FIRMS and at and said[at - 1] == ",")


def _is_called(said: list[str], at: int) -> bool:
    """Whether the word before makes a month's name a person's: "Theresa May said", but not "Hillary May Face Trial"."""
    before, behind = said[at - 1], said[at + 1] if at + 1 < len(said) else ""
    named = title(before) is not None or gender_of((before.lower(), said[at].lower())) != ""
    return named and before[:1].isupper() and not behind[:1].isupper()


def _is_month(said: list[str], at: int) -> bool:
    """Whether a month's name may be one where it stands: behind "since", beside a number or another month."""
    before, behind = (said[i] if 0 <= i < len(said) else "" for i in (at - 1, at + 1))
    listed = before.lower() in {"and", "or", ","} and at > 1 and said[at - 2] in MONTH_NAMES
    return before.lower() in _OF_DATES or before[:1].isdigit() or behind[:1].isdigit() or listed
