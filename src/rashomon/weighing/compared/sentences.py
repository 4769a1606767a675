"""Small pieces of the record's English: names, days, quotations, lists."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from rashomon.lexicon.actors import actor_named, in_text
from rashomon.lexicon.files import load
from rashomon.linking.dates.calendar import MONTHS
from rashomon.model import Hop, StoryEntity
from rashomon.weighing.compared.days import Days
from rashomon.weighing.compared.governments import called

_LONGEST = 240  # characters of a quotation in a line; the evidence holds the rest
_COUNTING = frozenset({"some", "both", "another", "others", "one"})
_NOMINATIVE = {"his": "he", "her": "she", "its": "it", "their": "they"}
_OBLIQUE = {"“he”": "“him”", "“she”": "“her”", "“they”": "“them”"}
_WEEK = 7  # days
_BEGINNING = re.compile(
    r"^(?:(?:An?|The|One|Some)\b|(?:Both|Many|Most|Several|Few|Two|Three|Four|Five|Six|Ten)(?= [a-z])"
    r"|(?:State|Local|Court)(?= [a-z])|Police(?= and |$)|[A-Z][a-z]+s(?= and [a-z]|$))"
)
"""Common words that a sentence begins with, by which a source is named."""
_NO_ARTICLE = re.compile(r"(?:an?|the|his|her|its|their|this|that)\b|.*(?:[^s]s|\bdata|\bresearch|\bfootage)$")
_MARKS = '“”"„«»'
_CLOSED_FIRST = re.compile(r'[^“”"]*(?:”|(?<=\S)")')
_BARE_SINGLE = re.compile(
    r"(?!(?i:an?|one|an?other|some|any|no|each|every|either|this|that|much|many|most)\b)"
    r"(?!.* (?:with|of|to|for|in|from|at|on|by|and|the|who|that) )(?:[^\W\d][\w.’'-]* )+(?![^ ]*s$)[a-z’'-]+$"
)
"""What is said of one somebody without an article: "Republican nominee"."""
_DETERMINED = re.compile(
    r"(?i:(?:the|an?|another|some|one|his|her|its|their|our|my|both|all|many|most|few|several|each|every|no|two|three|four"
    r"|five|six|seven|eight|nine|ten|\d[\d,.]*))\b|[A-Z].*[’']s\b"
)
"""What begins with a word that stands for an article."""
_DATED_TWICE = re.compile(r"(\d{1,2} [A-Z][a-z]+ \d{4}) \(\1\)")
"""What "today (4 November 2011)" becomes once "today" is told."""
_OWNER = re.compile(r"[A-Z][^’']*(?=['’]s [a-z])")
"""Whose a body is: "the African Union's mission"."""
_JOINED = re.compile(r"(, | and )")
_STOPPED = re.compile(r"[.,]([\"”])(?:,)(?= )")
"""A quotation's last mark before words of ours."""


_OF_TRADES = re.compile(
    r"[a-z] and (?!(?:the|an?|his|her|its|their) )[a-z-]+ (?:[a-z-]+ )?"
    r"(?:company|group|firm|business|giant|maker|producer|corporation)$"
)
"""One body told by its trades: "oil and gas company"."""
_SEATED = re.compile(r"[^,]*[A-Z][^,]*(?:, [A-Z][\w .]+,)? [a-z-]+(?<![^s]s) of ")
"""One somebody told by a place before a common noun and "of": "Seattle-based maker of", "Salem, Ore., owner of"."""
_BARE = frozenset({"police", "parliament", "congress", "people", "media", "staff", "counsel", "management"})
"""Nouns for bodies that stand without "the"."""
_UNCOUNTED = frozenset({"data", "footage", "research", "polling", "evidence"})
"""Nouns for documents that a text tells without "the" where it does not point back: "according to polling data"."""


@cache
def words(which: str) -> frozenset[str]:
    """Name of a list in summary.yaml -> its words."""
    return frozenset(load("summary.yaml")[which])


def with_article(name: str) -> str:
    """Name -> the same with "the" where English wants it."""
    if not name.split():
        return ""
    if " and " in name and not _OF_TRADES.search(name) and not _SEATED.match(name.split(" and ", maxsplit=1)[0]):
        parts = _JOINED.split(name)
        known = all(map(_is_known, parts[::2]))  # "United States and Peru"
        return "".join(map(in_text, parts)) if known else name
    owner = _OWNER.match(name)
    if _is_known(name if owner is None else owner[0]):
        return in_text(name) if owner is None else in_text(owner[0]) + name[owner.end() :]
    noun = name.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    single = name[0].islower() and noun not in _BARE and not re.search(r"[^s]s$|\.", noun)  # "office of Aas"
    last = name.rsplit(maxsplit=1)[-1]
    common = single or (" " in name and last.islower() and not re.search(r"[^s]s$|^people$", last))
    common = common or (" of " in name and noun.islower() and _SEATED.match(name) is not None)
    head = re.split(r" (?:of|for|on|against|to) ", name, maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    heads = {last, head} - ({"Bank"} if " of " in name else set())  # "Bank of America"
    takes = (common or heads & words("the")) and not _DETERMINED.match(name)
    return f"the {name}" if takes else name


def _is_known(name: str) -> bool:
    """Whether a name is a state's or body's that the lexicon has, and so whether it takes an article."""
    known = actor_named(name)
    return known is not None and known.naming == "name" and known.kind in {"state", "organization"}


def listed(names: Sequence[str]) -> str:
    """Names -> "A", "A and B", "A, B and C"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def sentence(text: str) -> str:
    """Words -> a sentence: a capital in front, one full stop behind."""
    whole = typeset(" ".join(text.split())).rstrip(" ,;:")
    whole = _DATED_TWICE.sub(r"\1", _STOPPED.sub(r",\1", whole))
    whole = whole[:1].upper() + whole[1:]
    return whole if re.search(r"[.!?…][”’)\"']*$", whole) else whole + "."


def typeset(text: str) -> str:
    """Words of a text -> the same with one mark for each that a wire types with two: ``so'' is “so”, ''so'' is "so"."""
    text = text.replace("``", "“").replace("`", "'")
    return text.replace("''", "”" if "“" in text else '"')


def quoted(text: str) -> str:
    """Words of a text -> the same between quotation marks, single ones within, cut at a word where they are long."""
    whole = _unmarked(typeset(" ".join(text.split())))
    whole = re.sub(r"[“„]|(?<![^\s(\[—–-])\"(?=\S)", "‘", whole)
    whole = re.sub(r"”|\"", "’", whole).rstrip(",;: ")
    if len(whole) > _LONGEST:
        whole = whole[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
    return f"“{whole}”"


def _unmarked(words: str) -> str:
    """Words -> without the quotation marks at their ends, but for one whose partner stands inside."""
    opens, closes = words[:1] in set(_MARKS), words[-1:] in set(_MARKS) and len(words) > 1
    inner = words[opens : len(words) - closes]
    if opens and closes and _CLOSED_FIRST.match(inner):
        return words  # "“A,” he said, adding “B”": two quotations, and not one around all
    if sum(mark in _MARKS for mark in inner) % 2 == 0:
        return inner
    return words[1:] if opens and closes else words


def in_words(day: dt.date) -> str:
    """Day -> "8 August 2018"."""
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def interval(days: Days) -> str:
    """First and last day -> "8 August 2018", "August 2018", "2018", or "between … and …"."""
    first, last = days
    if first == last:
        return in_words(first)
    if (last - first).days == _WEEK - 1 and first.weekday() == 0:
        return f"in the week of {in_words(first)}"
    if are_whole_months(first, last):
        if (first.month, last.month) == (1, 12):
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
        if (first.month, first.year) == (last.month, last.year):
            return f"{MONTHS[first.month]} {first.year}"
        year = "" if first.year == last.year else f" {first.year}"
        return f"between {MONTHS[first.month]}{year} and {MONTHS[last.month]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {in_words(last)}"
    return f"between {in_words(first)} and {in_words(last)}"


def days_in_words(earliest: dt.date | None, latest: dt.date | None) -> str:
    """First and last day -> "8–10 August 2018", "March–May 2018", "2017–2021", "not before …"; "" for neither."""
    if earliest is None or latest is None:
        ends = [
            f"not before {in_words(earliest)}" if earliest else "",
            f"not after {in_words(latest)}" if latest else "",
        ]
        return "".join(ends)
    if earliest == latest:
        return in_words(earliest)
    one_year, one_month = earliest.year == latest.year, (earliest.year, earliest.month) == (latest.year, latest.month)
    if are_whole_months(earliest, latest):
        if (earliest.month, latest.month) == (1, 12):
            return str(earliest.year) if one_year else f"{earliest.year}–{latest.year}"
        month = f"{MONTHS[latest.month]} {latest.year}"
        since = f"{MONTHS[earliest.month]}–" if one_year else f"{MONTHS[earliest.month]} {earliest.year} – "
        return month if one_month else f"{since}{month}"
    if one_month:
        return f"{earliest.day}–{in_words(latest)}"
    return f"{earliest.day} {MONTHS[earliest.month]}{'' if one_year else f' {earliest.year}'} – {in_words(latest)}"


def are_whole_months(first: dt.date, last: dt.date) -> bool:
    """Whether an interval begins with the first day of a month and ends with the last of one."""
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]


_THIS = re.compile(r"(?:This|That|These|Those|this|that|these|those) [a-z]")


def hop_name(hop: Hop, people: Mapping[str, StoryEntity]) -> str:
    """Hop of a chain -> how the record names it: by name, or the text's own words in quotation marks."""
    entity = people.get(hop.entity or "")
    name = called(entity, hop.name) if entity and entity.kind not in {"unnamed", "group"} else ""
    if name and not _THIS.match(name):
        return with_article(re.sub("^State (?=[a-z])", "state ", name))
    loose = words("pronouns") | words("pointing") | {"whose"}
    loose -= _COUNTING if " " in hop.name else frozenset()
    if {word.lower() for word in hop.name.split()[:1] if not word.isupper()} & loose:
        return quoted(_NOMINATIVE.get(hop.name.lower(), hop.name))
    if hop.kind == "unresolved" and hop.span is not None:
        return quoted(hop.name)
    if hop.kind in {"person", "unresolved"}:
        common = hop.kind == "person" and hop.name.rsplit(maxsplit=1)[-1].islower()
        return with_article(hop.name) if common else hop.name
    plain = _BEGINNING.sub(lambda m: m[0].lower(), " ".join(hop.name.split()))
    if hop.kind == "unnamed" and not (hop.entity and _BARE_SINGLE.match(plain)):
        return plain
    noun = re.split(r" (?:from|of|by|on|in)\b", plain, maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower()
    bare = plain.endswith("s") or noun in _UNCOUNTED  # "opinion polls", "footage from the game"
    return plain if hop.kind == "document" and bare else with_article(plain)


def document(hop: Hop) -> str:
    """Hop of a document -> how a sentence takes it up behind "in": "a statement"."""
    name = re.sub(r"^(An?|The|[A-Z][a-z]+s$)\b", lambda m: m[1].lower(), " ".join(hop.name.split()))
    bare = name.islower() and not _NO_ARTICLE.match(name)
    return f"{'an' if bare and name[0] in 'aeiou' else 'a'} {name}" if bare else name


def is_paper_of(hop: Hop, maker: Hop) -> bool:
    """Whether a hop is a document that the next one made ("Aas's letter"), and none that tells what he said."""
    made = hop.span is not None and maker.span is not None and hop.span.covers(maker.span)
    return hop.kind == "document" and made


def on_word_of(chain: Sequence[Hop], people: Mapping[str, StoryEntity], doer: str = "") -> str:
    """Chain without its outlet -> "according to X, in a statement, cited by Y", "" for the outlet's own voice.

    ``doer`` is who the sentence is about: a man speaks "by their own account", a state or body "by its own"; no name is
    said twice.
    """
    inwards = list(reversed(chain))
    names = [_OBLIQUE.get(name.lower(), name) for hop in inwards if (name := hop_name(hop, people))]
    if not names:
        return ""
    own_papers = [hop for maker, hop in pairwise(inwards) if is_paper_of(hop, maker)]
    papers = [document(hop) for hop in own_papers]
    others = [hop_name(hop, people) for hop in inwards[1:] if hop not in own_papers]
    cited = "".join(f", in {paper}" for paper in papers) + (f", cited by {listed(others)}" if others else "")
    own = "their" if inwards[0].kind in {"person", "unnamed"} or " and " in doer else "its"
    return f"by {own} own account{cited}" if names[0] == doer else f"according to {names[0]}{cited}"
