"""Number words of time expressions."""

import re

from rashomon.readers.numerals import BELOW_TWENTY, DECADES

_VALUES = (
    {word: n for n, word in enumerate(BELOW_TWENTY)}
    | {word: 10 * n for n, word in enumerate(DECADES, 2)}
    | {"a": 1, "an": 1, "dozen": 12, "hundred": 100, "thousand": 1000}
)

_LARGE = {"million": 10**6, "billion": 10**9}

ONES = "|".join(sorted(BELOW_TWENTY, key=len, reverse=True))
TENS = "|".join(DECADES)
NUMBER = (
    r"\d{1,6}(?:,\d{3})*(?:\.\d+)?(?: ?½|[ -]1/2| million| billion)?|half an?|a half(?= )|"
    rf"(?:(?:a|one|two|three|four|five) )?(?:hundred|thousand|dozen)|(?:{TENS})(?:[- ](?:{ONES}))?|(?:{ONES})|an?"
)
"""A number of units, as a piece of a regular expression."""


def number(words: str) -> str:
    """Number in words or digits ("twenty-four", "2 1/2", "a dozen") -> its digits ("24", "2.5"); "X" if unknown."""
    plain = words.lower().replace(",", "").replace(" ½", "½").replace("½", " 1/2").replace("-1/2", " 1/2")
    if plain.startswith(("half", "a half")):
        return "0.5"
    if match := re.fullmatch(r"(\d+(?:\.\d+)?) (million|billion)", plain):
        return f"{float(match[1]) * _LARGE[match[2]]:.0f}"
    if match := re.fullmatch(r"(\d+)(\.\d+)?( 1/2)?", plain):
        return match[1] + (".5" if match[3] else match[2] or "")
    total = 0
    for word in re.split(r"[- ]", plain):
        if word not in _VALUES:
            return "X"
        step = _VALUES[word]
        total = max(total, 1) * step if word in {"dozen", "hundred", "thousand"} else total + step
    return str(total)


_UNLIKE = {"first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight", "ninth": "nine",
           "twelfth": "twelve"}  # fmt: skip
ORDINAL = rf"(?:(?:{TENS})-)?(?:{'|'.join(_UNLIKE)}|[a-z]+th)"
"""A number that ranks, in words, as a piece of a regular expression; what else ends in "th" has no ``ordinal``."""


def ordinal(words: str) -> str:
    """Ranking number in words ("twentieth", "twenty-fifth") -> its digits; "X" if unknown."""
    before, dash, last = words.lower().rpartition("-")
    last = _UNLIKE.get(last, last.removesuffix("ieth") + "y" if last.endswith("ieth") else last.removesuffix("th"))
    return number(f"{before}{dash}{last}")
