"""Stretches of a text taken over into a sentence of the record: only where they are whole and true there."""

import re

from rashomon.model import DateSlot, Span, Time
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.days import Days
from rashomon.weighing.compared.sentences import interval, typeset, words

_WORD = re.compile(r"[\w’'-]+")
_YEAR = 366
_BEFORE_TIME = re.compile(r"(?i)(?:(?<=\W)|^)(?:on|in|at|by|late|early|last|this)\s+$")
_TO_ANOTHER = re.compile(r" ?(?:to|through|and|or|[-–—]) ?\d{1,2}\b(?!:)")
_FOR = re.compile(r"(?i)\b(?:as of|for|spen(?:t|d|ds|ding))\s+$")
_DETERMINER = re.compile(r"(?i)\b(?:the|a|an|his|her|its|their)\s+$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SINGLE = re.compile(r"(?:^|\s)(['‘])(?=[A-Za-z])(?![Tt]is\b|[Tt]was\b|(?:em|cause|re|ve|ll|[sdm])\b)[^'’]*$")
"""A single mark that opens a quotation, and none behind it; "'re talking" is the rest of "they're talking"."""
_TIME_WORDS = re.compile(
    r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember"
    r"|october|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b\.?|today|yesterday|tomorrow|(?:day|week|month|year)s?|night|morning|evening"
    r"|afternoon|\d{4})\b"
)
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May \d+|June|July|August|September|October|November|December)\b(?! \d{4})"
)
_THROUGHOUT = re.compile(r"(?i)\b(?:over|during|through|throughout|within|until|till|since|from|of) (?:the )?$")
"""Prepositions behind which no day or interval of ours can stand: "over [the past month or so]"."""
_ROUNDED = re.compile(r"(?i)\bmonths (?:ago|earlier|before)\b")
_WEEKS = re.compile(r"(?i)\b(?:last|this|next) (?:week|month|year|\w+day)[’']s ")
_OPENING = re.compile(
    r"^(?:An?(?= )|The(?= )(?! (?:Hague|Gambia|Bahamas)\b)"
    r"|(?:Several|Some|Many|Most|Both|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b)"
)
_DANGLING = re.compile(r",? (?:and|or|but)(?: (?:he|she|it|they))?$")
_BESIDE = re.compile(r", [a-z]+ing\b")
"""What is done besides: the day is that of what was done first ("named Aas envoy on 3 May 2021, succeeding Beck")."""
_CLAUSE = re.compile(r"\b(?:that|who|whom|which|whose|where|when|after|before|because|since|while)\b")
"""What opens a clause within the sentence, which a day behind it would be taken for: "seized a ship that sank"."""
_OF_ANOTHER = re.compile(r"(?i)\b(?:that|those|same|following|next|previous|then|later)\b")
_SHORT = 110  # characters of a sentence that takes its day at its end


def carried(one: Told, span: Span, days: Days | None = None) -> tuple[str, bool]:
    """Stretch of a claim's text, and the claim's days -> the same for a sentence of ours, and whether it has the days.

    The text's own words for the day ("on Wednesday") become the day. "" where the stretch would not be whole or true:
    with the speaker's "I" and "we", with one mark of a pair, across paragraphs.
    """
    raw, has_days = _with_days(one, span, days)
    text = _paired(typeset(" ".join(raw.split()).strip(" ,;:—–")))
    if "\n" in span.of(one.text).strip() or any(w.lower() in words("own") for w in _WORD.findall(unquoted(text))):
        return "", False
    text = re.sub(r" -+$", "", text)  # a dash that was set before what is left out
    text = _DANGLING.sub("", re.sub(r",([”\"’'])$", r"\1", text))
    return re.sub(r"(?<![A-Z])\.$", "", text), has_days and bool(text)


def unquoted(text: str) -> str:
    """Text -> the same without what stands in quotation marks."""
    return _QUOTED.sub(" ", text)


def _paired(text: str) -> str:
    """Text -> the same with the last quotation closed where the text cut its end off; "" where marks stay single."""
    if text.count('"') == 1 and abs(text.count("“") - text.count("”")) == 1:
        text = text.replace('"', "”" if text.count("“") > text.count("”") else "“")  # one mark of each kind: a pair
    opened = text.count("“") - text.count("”")
    if opened == 1 and text.rfind("“") > text.rfind("”"):
        text = text.rstrip(",;") + "”"
        opened = 0
    if text.count('"') % 2 and text.count('"') == 1 and not text.endswith('"'):
        text = text.rstrip(",;") + '"'
    if (single := _SINGLE.search(text)) is not None:
        text = text.rstrip(".,;") + ("’" if single[1] == "‘" else "'")
    return "" if opened or text.count('"') % 2 or text.count("(") != text.count(")") else text


def _with_days(one: Told, span: Span, days: Days | None) -> tuple[str, bool]:
    slot = one.claim.slots.get("when")
    place = slot.span if isinstance(slot, DateSlot) else None
    whole = span.of(one.text)
    if not days or (days[1] - days[0]).days > _YEAR:
        return whole, False
    if place is None or not span.covers(place) or not _TIME_WORDS.search(place.of(one.text)) or _is_cue(one, place):
        return _WEEKS.sub("the ", whole), False
    before, after = one.text[span.start : place.start], one.text[place.end : span.end]
    if re.match(r"[’']s?\b", after):  # "last week's forum" is the forum
        the = "" if _DETERMINER.search(before) else "the"
        return before + the + re.sub(r"^[’']s?", "", after), False
    if _DETERMINER.search(before) and re.match(r"\s[a-z]", after):  # "a Thursday press statement" is a press statement
        return before.rstrip() + after, False
    if str(days[0].year) in place.of(one.text) and days[0] == days[1]:
        return whole, True
    if _TO_ANOTHER.match(after):  # "July 8 to 12"
        return whole, True
    if _THROUGHOUT.search(before) and when(days).startswith((" between", " in ")):
        return whole, True
    if _FOR.search(before):  # "set for May", "spent Sunday campaigning"
        return before + interval(days).removeprefix("in ") + after, True
    return _BEFORE_TIME.sub("", before).rstrip() + when(days) + after, True


def _is_cue(one: Told, place: Span) -> bool:
    """Whether the words for a time are the cue itself, or hold it; a cue may hold them: "was backed [Friday] by"."""
    return one.cue is not None and one.cue.meets(place) and not (one.cue.covers(place) and one.cue != place)


def when(days: Days | None) -> str:
    """Days -> " on 8 August 2018", " in August 2018", " between … and …"; "" where they are not known closely."""
    if days is None or (days[1] - days[0]).days > _YEAR:
        return ""
    shown = interval(days)
    if shown.startswith(("between", "in ")):
        return f" {shown}"
    return f" on {shown}" if days[0] == days[1] else f" in {shown}"


def dated(told: str, days: Days | None, *, has_days: bool, said: bool = False, leads: bool = False) -> str:
    """Sentence without its full stop, and its days -> the same with the days, behind it where it is short.

    The day of a statement (``said``) stands in front, or of a deed that ends in another clause (``leads``): behind it
    would be the day of what is said.
    """
    shown = when(days)
    if has_days or days is None or not shown or interval(days) in told:
        return told
    if not said and set(_MONTHS.findall(told)) - set(_MONTHS.findall(shown)):
        return told  # a month of its own in the clause: two days in one sentence read as one
    return _with_time(told, shown.strip(), leads=said or leads)


def with_its_day(one: Told, told: str, days: Days | None) -> tuple[str, bool]:
    """Sentence, and its claim's days -> the same with these for the text's own words, and whether it had the words.

    "A poll released last week showed" is one released in that week, and not showing it "in the week of …" alone.
    """
    slot = one.claim.slots.get("when")
    own = slot.span.of(one.text) if isinstance(slot, DateSlot) and slot.span is not None else ""
    found = re.search(rf" (?:(?:on|in|at) )?{re.escape(own)}\b(?![’'-])", told) if own and when(days) else None
    if not found or days is None:
        return told, False
    before, behind = told[: found.start()], told[found.end() :]
    of_a_noun = _DETERMINER.search(f"{before} ") and re.match(r" [a-z]", behind)  # "the April survey"
    return f"{before}{f' {interval(days)}' if of_a_noun else when(days)}{behind}", True


def is_rounded(one: Told) -> bool:
    """Whether a claim's day is reckoned from so many months in round numbers: "set out [10 months ago]"."""
    slot = one.claim.slots.get("when")
    place = slot.span if isinstance(slot, DateSlot) else None
    return place is not None and _ROUNDED.search(one.text, place.start, place.end) is not None


def with_own_time(told: str, one: Told, subject: Span) -> str:
    """Sentence of a deed whose day nobody knows -> the same with the words for it that its text begins with.

    "In January, five cables were cut", of an article without a date: "Five cables were cut in January".
    """
    before = one.text[one.sentence.start : subject.start].strip().rstrip(",")
    if set(before.lower().split()) & words("pointing"):
        return told  # "yesterday", "two years ago": nobody knows from when
    if _OF_ANOTHER.search(before):
        return told  # "later that year": of which the sentence before tells
    spans = (time.span.of(one.text) for time in one.reading.of(Time) if one.sentence.covers(time.span))
    if not any(re.fullmatch(rf"(?i)(?:(?:early|late|on|in|at) )*{re.escape(time)}", before) for time in spans):
        return told
    return _with_time(told, before[0].lower() + before[1:], leads=False)


def _with_time(told: str, shown: str, *, leads: bool) -> str:
    """Sentence and words for when it was -> the sentence with these, in front where it is long or has a clause."""
    inner = _OPENING.sub(lambda m: m[0].lower(), told)
    if leads or len(told) > _SHORT or "”" in told or _CLAUSE.search(told):
        return f"{shown}, {inner}"
    aside = _BESIDE.search(told)
    end = aside.start() if aside else len(told)
    return f"{told[:end]} {shown}{told[end:]}"
