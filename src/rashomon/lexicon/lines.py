"""What a line of a news page looks like: its shape, and the patterns of ``blocks.yaml``."""

import re
from functools import cache
from typing import Literal

from rashomon.lexicon.actors import outlet_names
from rashomon.lexicon.files import load

NonNews = Literal["credit", "caption", "promotion", "dateline"]
_KINDS: tuple[NonNews, ...] = ("dateline", "credit", "caption", "promotion")
LONGEST = 500
"""No line longer than this is asked whether it is page furniture."""

WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
TERMINAL = re.compile(r"[.!?…][\"”’'»)\]]*$")
_TWO_SENTENCES = re.compile(r"(?:\w{4}[.!?]|[.!?…][\"”’'])\s+\S")
_NO_HEADING = re.compile(r"[@#]\w|://|^[A-Z][\w .]{0,30}:\s")  # an address, a speaker of a transcript
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?"
)
_WORDS_IN_NAMES = r"(?:of|the|for|and|in|de|la|le|del|der|von|van|al|bin|el)"
_CAPITAL = r"[A-Z](?:\.|[\w’'&-]*(?:\.\w+)*)"
_DAY_WORDS = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|August|(?:Sept|Nov|Dec)ember|October"
    r"|Now|Then)"
)
_PARTS = {
    "NAME": rf"(?:[Tt]he )?{_DAY_WORDS}{_CAPITAL}(?:(?:,? {_WORDS_IN_NAMES})? {_CAPITAL}){{0,6}}",
    "WEEKDAY": r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?",
    "DAY": rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})",
    "TIME": r"\d{1,2}[:.]\d{2}(?:\s?(?i:[ap]\.?m\.?))?(?:\s?\(?[A-Z]{2,4}\)?)?",
}
_MINOR = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "if", "in", "into", "is", "it", "its", "nor",
    "of", "off", "on", "or", "over", "per", "so", "than", "that", "the", "to", "up", "upon", "via", "vs", "was", "with",
    "yet",
})  # fmt: skip


@cache
def agency_pattern() -> str:
    """-> a regular expression for the names of agencies and newspapers of ``outlets.yaml``, longest first."""
    known = sorted((n for n in outlet_names() if len(n) > 1), key=lambda n: (-len(n), n))
    return "(?:[Tt]he )?(?:" + "|".join(map(re.escape, known)) + ")"


@cache
def patterns(kind: NonNews) -> tuple[re.Pattern[str], ...]:
    """Kind of block that is not news -> the patterns of its lines."""
    return tuple(compiled(entry["pattern"]) for entry in load("blocks.yaml")[kind])


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Pattern of ``blocks.yaml`` with its capital words -> a regular expression."""
    for word, stands_for in (*_PARTS.items(), ("AGENCY", agency_pattern())):
        pattern = re.sub(rf"(?<![A-Z]){word}(?![A-Z])", lambda _, s=stands_for: s, pattern)  # type: ignore[misc]
    return re.compile(pattern)


_DATED = re.compile(rf"{_PARTS['DAY']}|{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}|{MONTH} \d{{4}}")
_DATE_WORDS = re.compile(
    rf"{_PARTS['DAY']}|{_PARTS['TIME']}|\b{_PARTS['WEEKDAY']}(?!\w)|\b{MONTH}(?!\w)|\d+(?:st|nd|rd|th)?|\b[A-Z]{{2,4}}\b"
    r"|(?i:\b(?:published|posted|updated|modified|created|issued|released|date|last|first|on|at|hrs?|[ap]\.?m)\b)"
)


def is_date_line(line: str) -> bool:
    """Whether a short line is nothing but a day, with its weekday, hour and "Posted on"."""
    return len(line) <= 90 and bool(_DATED.search(line)) and not re.search(r"[^\W\d_]", _DATE_WORDS.sub("", line))


def furniture(line: str) -> NonNews | None:
    """Line -> which kind of page furniture it is, None where it may be news."""
    if len(line) > LONGEST:
        return None
    if is_date_line(line):
        return "dateline"
    return next((kind for kind in _KINDS if any(p.fullmatch(line) for p in patterns(kind))), None)


def credited(line: str) -> str | None:
    """Line of credit, or a dateline with an agency in it -> whose text it says this is; None where it names nobody."""
    line = line.strip()
    if len(line) > LONGEST:
        return None
    for pattern in patterns("credit"):
        match = pattern.fullmatch(line)
        if match:
            name = match.groupdict().get("name")
            return name.rstrip(".") if name else None
    inside = re.search(rf"[(/]((?i:{agency_pattern()})|[A-Z]{{2,6}})[)/]", line)
    inside = inside or re.search(rf", ({agency_pattern()})\s?[—–-]+$", line)  # "Tehran, IRNA –"
    return inside[1] if inside else None


def is_sentence_like(line: str) -> bool:
    """Whether the line ends as sentences end."""
    return TERMINAL.search(line[-12:]) is not None


def in_title_case(line: str) -> bool:
    """Whether the line's words are capitalised as in a headline: all but the small ones."""
    words = [w for w in WORD.findall(line[:400]) if w.lower() not in _MINOR]
    return len(words) >= 2 and sum(not w[0].islower() for w in words) >= 0.8 * len(words)


def is_title(line: str) -> bool:
    """Whether the first line of a text is its title: short, and not a sentence of the text."""
    if len(line) > 220 or line.endswith((":", ",", ";")) or furniture(line):
        return False
    words = WORD.findall(line)
    if not 2 <= len(words) <= 32:
        return False
    if line.rstrip("\"”’'»)").endswith("."):
        return in_title_case(line) and len(words) >= 4 and not line.isupper()
    return not re.match(r"[-–—*•·]|\(", line)


def is_heading(line: str) -> bool:
    """Whether a line between paragraphs is a heading of what follows: some words without a sentence's end."""
    if len(line) > 100 or not (line[0].isalnum() or line[0] in "“\"‘'") or line.endswith((":", ",", ";")):
        return False
    if line.rstrip("\"”’'»)").endswith((".", "!", "…")) or _TWO_SENTENCES.search(line) or _NO_HEADING.search(line):
        return False
    words = WORD.findall(line)
    return 1 <= len(words) <= 14 and (not words[0][0].islower() or in_title_case(line))
