"""Auxiliaries that hang on a pronoun, behind the name that stands for it: "[he]'ll go" is "[Aas] will go"."""

import re

_BETWEEN = r"(?:(?:not|also|still|now|just) )?"
_HAD = r"(?:(?:not|also|still|now|just|never|once|\w+ly|already|long|often|always) )*(?:been|begun|become|had|done)\b"
_HANGING = re.compile(rf"['’](s(?= {_BETWEEN}\w+ing\b)|re\b|ve\b|ll\b)")
_HANGING_ON_PRONOUN = re.compile(rf"['’](s(?= {_BETWEEN}(?:\w+ing|an?|the|in|on)\b)|re\b|ve\b|ll\b)")
_DONE = re.compile(rf"['’](s|d)(?= {_HAD})")
_WHOLE_DONE = {"s": "has", "d": "had"}
_UNTOLD = re.compile(r"['’][sd]\b")
_WHOLE = {"s": "is", "re": "are", "ve": "have", "ll": "will"}


def spelt_out(predicate: str) -> str:
    """Predicate -> the same with an auxiliary in full that hung on its subject: "’s not going" is "is not going".

    "" where nothing tells which it is: "’s vowed to go" has, "’s convinced that it will" is.
    """
    if found := _DONE.match(predicate):
        return _WHOLE_DONE[found[1]] + predicate[found.end(1) :]
    found = _HANGING.match(predicate)
    return _WHOLE[found[1]] + predicate[found.end(1) :] if found else "" if _UNTOLD.match(predicate) else predicate


def apart(behind: str) -> str:
    """What stood behind a pronoun -> the same behind a name: "[he]'ll go" is "[Aas] will go"."""
    found = _HANGING_ON_PRONOUN.match(behind)
    return f" {_WHOLE[found[1]]}{behind[found.end(1) :]}" if found else behind
