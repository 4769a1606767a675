"""Words and figures for a number -> its value."""

import re

BELOW_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
DECADES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: value for value, word in enumerate(BELOW_TWENTY)}
_TENS = {word: 10 * value for value, word in enumerate(DECADES, start=2)}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6, "billion": 1e9,
    "bn": 1e9, "bln": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12, "dozen": 12,
}  # fmt: skip
_WORD = "|".join(sorted((*_SMALL, *_TENS), key=len, reverse=True))
_SCALE_WORD = "hundred|thousand|million|billion|trillion|dozen"
_POINT = rf"\s+point(?:\s+(?:{'|'.join(BELOW_TWENTY[:10])})\b)+(?:\s+(?:{_SCALE_WORD})\b)?"  # "one point six billion"
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+,\d{1,2}(?=\s?%)|\d+(?:\.\d+)?"
NUMBER = (
    rf"(?:(?:{_FIGURE})(?:(?:mn|mln|bn|bln|tn|trn|m|k)(?![a-z])|(?:\s+|-)(?:{_SCALE_WORD})\b|\s(?:bn|mn|mln|bln)\b)?"
    rf"|\b(?:(?:{_WORD})\b|an?(?=\s+(?:{_SCALE_WORD})\b))(?:(?:(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+|\s+|-)(?:{_WORD}|{_SCALE_WORD})\b)*(?:{_POINT})?)"
)
"""Pattern of a number in figures or words, with its scale; no group. Compile with ``re.IGNORECASE``."""


def number_of(words: str) -> float | None:
    """Words for a number (2.5bn, 4 million, twenty-two) -> its value; None where they are none."""
    text = words.lower().strip()
    text = re.sub(r"^(\d+),(\d{1,2})$", r"\1.\2", text).replace(
        ",", ""
    )  # "14,66%" is written with the comma of the continent
    figure = re.match(r"[^\d]{0,3}(\d+(?:\.\d+)?)[\s-]*([a-z]*)$", text)
    if figure:
        if figure[2] and figure[2] not in _SCALES:
            return None
        return round(float(figure[1]) * _SCALES.get(figure[2], 1), 6)
    whole, point, behind = text.partition(" point ")
    return _with_decimals(whole, behind.split()) if point else _spelled(re.split(r"[\s-]+", whole))


def _with_decimals(whole: str, behind: list[str]) -> float | None:
    """Words before a spoken "point", and those behind it with the scale -> the value."""
    before, digits = _spelled(re.split(r"[\s-]+", whole)), [str(_SMALL[word]) for word in behind if word in _SMALL]
    scale = _SCALES.get(behind[-1], 1)
    if before is None or not digits:
        return None
    return round((before + float(f"0.{''.join(digits)}")) * scale, 6)


def _spelled(words: list[str]) -> float | None:
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in _SMALL or word in _TENS:
            current += _SMALL.get(word, _TENS.get(word, 0))
        elif word in _SCALES:
            current = (current or 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0.0
        elif word not in {"and", "a", "an"}:
            return None
        seen = seen or word != "and"
    return total + current if seen else None
