"""One English sentence for a line, built of its slots and of words of its texts, and of nothing else.

A deed is told by a sentence of its kind, else by the clause of its text, word for word from behind the words for who
acts, so that "did not", "will" and "may" stand as they stood; where the text only says "allegedly", the sentence does.
A statement is told by its own cue and content. Where that makes no true sentence the text speaks for itself: The text
says: “…”. A breach is never told as a fact.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import product

from rashomon.model import Sentence, Span, Syntax, hull
from rashomon.text.grammar import head_of, tokens_in
from rashomon.weighing.claims.antecedents import with_antecedent
from rashomon.weighing.claims.carried import carried, dated, is_rounded, unquoted
from rashomon.weighing.claims.deeds import BREACH, act, limit, own_pledge, templated, undertaken
from rashomon.weighing.claims.figures import figure
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.days import Days
from rashomon.weighing.compared.sentences import hop_name, quoted, sentence, typeset, words
from rashomon.weighing.lines.around import LOOSE_START, OPENING, STRANDED
from rashomon.weighing.lines.restricting import narrowing
from rashomon.weighing.lines.statements import statement

ONLY_NAMED = ("The text names", "The accounts name")
"""How a sentence begins that tells no more of a happening than that it is named."""
_LONGEST = 420  # characters of a sentence of ours; a longer one is given as the text's own
_PLAIN = 240  # characters of a sentence that stands for itself
_ARTICLE = re.compile(r"(?i)^(?:the|an?)\b")
_ELLIPTIC = re.compile(r"(?:So|Nor|Neither) (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b")
"""What tells that another does or is the same: "So were the two women"."""
_EXCEPTING = re.compile(r",? (?:with the exception of|except|excluding|other than|apart from|aside from|but not)\b")
"""What takes some out of those who act, behind the words for them: "all the parties, [with the exception of] one,"."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PUNCT"})
"""What the words for a happening begin with."""
_OBJECTS = frozenset({"it", "him", "them"})
_HIS = re.compile(r"(?i)\b(?:he|she|him|his|hers?)\b")
_END = 24  # characters by which the end of a sentence is known


def summary(matter: Sequence[Told], days: Days | None) -> str:
    """A matter, the claim that tells it best first, and its day -> one sentence."""
    kind = matter[0].claim.kind
    events = matter[0].is_event or kind == "undertaking"
    told = [one for one in matter if one.claim.kind == kind or (one.is_event and events)]
    event, named, acted = (partial(form, matter=matter) for form in (templated, _named, act))
    tries: tuple[Callable[[Told, Days | None], str], ...] = (limit, event, own_pledge, acted, undertaken, _plain, named)
    if matter[0].is_only_named and len({one.claim.article for one in matter}) > 1:
        tries = (named, *tries)  # not all that one account tells of it
    if kind == "figure":
        tries = (figure,)
    if kind == "statement":
        tries = (statement,)
        told = [one for one in told if one.claim.kind == kind]
        told.sort(key=lambda one: (one.is_unattributed, not one.quoted, one.is_nameless, -len(one.bag), one.key))
    else:
        told.sort(key=lambda one: (one.is_bare, bool(one.alleged), bool(one.behind), one.days is None))
    if particular := matter[0].term("particular"):
        return sentence(particular)
    for clear in ([one for one in told if not _is_done_to_one_before(one)], told):
        for attempt, one in product(tries, clear):
            found = attempt(one, None if is_rounded(one) else days)
            if found and len(found) <= _LONGEST and one.alleged in found and _is_whole(found, one):
                return sentence(found)
    return _as_it_stands(told[0])


def _is_done_to_one_before(one: Told) -> bool:
    """Whether a deed is done to who stands outside of its clause: "after Peru sanctioned [it]"."""
    if one.claim.kind == "statement" or one.cue is None or not one.reading.of(Syntax):
        return False
    return any(c.dep_ == "dobj" and c.lower_ in _OBJECTS for c in head_of(one.reading.doc, one.cue).children)


def _is_whole(text: str, one: Told) -> bool:
    """Whether nothing of a sentence stands elsewhere: the other mark of a quotation, or what an "on" goes with.

    A sentence of the text may end in one: "what they looked for".
    """
    text = typeset(text)
    ends_so = one.sentence.of(one.text).rstrip(" .").endswith(text[-_END:])
    stranded = STRANDED.search(text)
    stranded = None if stranded and stranded.start() and ends_so else stranded  # but "refused to do so"
    alone = not stranded and not _loses_an_exception(text, one) and narrowing(one) in text.lower()
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”") and alone


def _loses_an_exception(text: str, one: Told) -> bool:
    """Whether a sentence tells of all who act what their text tells of all but some."""
    acting = one.claim.slots.get("actor")
    found = _EXCEPTING.match(one.text, acting.span.end) if acting is not None and acting.span is not None else None
    return found is not None and found[0].strip(" ,") not in text


def _as_it_stands(one: Told) -> str:
    place = one.sentence if one.sentence.meets(one.evidence) else one.evidence
    loose = words("pronouns") | words("pointing")  # a "he" stands in the sentence anyway
    speaker = hop_name(one.behind[-1], one.people) if one.behind and one.behind[-1].name.lower() not in loose else ""
    stands = one.claim.kind == "statement" and speaker.startswith("“")  # so do the words for him
    nobody = bool(one.behind) and one.behind[-1].span is None  # and the author's own "it appears" needs nobody's word
    speaker = "" if stands or nobody or _is_of_another(one, place) else speaker
    whose = (" of " if one.claim.kind == "statement" else ", on the word of ") + speaker if speaker else ""
    return sentence(f"The text says{whose}: {quoted(with_antecedent(one, _with_what_it_points_to(one, place), whose))}")


def _with_what_it_points_to(one: Told, place: Span) -> Span:
    """Sentence -> with the next one, if it ends in a colon: "it awoke to grim news: the port had burned"."""
    if not place.of(one.text).rstrip().endswith(":"):
        return place
    behind = next((s.span for s in one.reading.of(Sentence) if s.span.start >= place.end), None)
    tells = behind is not None and " " in behind.of(one.text).strip()  # no "1." of a list
    return Span(place.start, behind.end) if behind is not None and tells else place


def _is_of_another(one: Told, place: Span) -> bool:
    """Whether a sentence that names who speaks tells first of a "he" or "his": "His body was found, Coroner Aas said".

    Behind "The text says of Aas" the body would be his own.
    """
    source = one.behind[-1].span if one.behind and one.behind[-1].kind == "person" else None
    if source is None or not place.covers(source) or _HIS.fullmatch(source.of(one.text)):
        return False
    return _HIS.search(unquoted(one.text[place.start : source.start])) is not None


def _named(one: Told, days: Days | None, matter: Sequence[Told]) -> str:
    """Happening that is only named -> that it is: "The accounts name the attack on a nightclub in Orlando"."""
    if not one.is_only_named:
        return ""
    where = hull(one.claim.evidence)
    name, has_days = carried(one, where, days)
    is_all = len(where) >= len(one.sentence.of(one.text).strip()) - 1 and not _ARTICLE.match(name)  # a heading
    if not name or LOOSE_START.match(name) or not (is_all or _is_a_name(one, where)):
        return ""
    if not is_all:
        first = tokens_in(one.reading.doc, where)[0]
        text, accounts = ONLY_NAMED
        who = accounts if len({other.claim.article for other in matter}) > 1 else text
        name = f"{who} {name if first.pos_ == 'PROPN' else name[0].lower() + name[1:]}"
    return dated(name, days, has_days=has_days)


def _is_a_name(one: Told, where: Span) -> bool:
    """Whether a stretch of a claim's text is a noun with all that stands before it: not "[run] outside the store"."""
    found = tokens_in(one.reading.doc, where)
    first, head = found[0], found.root
    begins = first.pos_ in _NAMING and first.dep_ not in {"conj", "advmod", "mark"}
    of_a_heading = first == head and head.tag_ == "NN"  # "[woman] killed in Molde"
    return bool(begins and head.pos_ in _NOUNS and head.left_edge.i >= first.i and not of_a_heading)


def _plain(one: Told, days: Days | None) -> str:
    """Deed whose sentence stands for itself in the outlet's own voice: short, nothing quoted, nothing pointing back."""
    if one.behind or one.quoted or one.term("type", "kind") in BREACH or len(one.sentence) > _PLAIN:
        return ""
    if _ELLIPTIC.match(one.sentence.of(one.text)):
        return ""
    text, _ = carried(one, one.coordinate or one.sentence, days)
    text = OPENING.sub("", text)
    loose = set(re.findall(r"[a-z’']+", text.lower())) & words("pointing")
    whole = re.search(r"[.!]", one.sentence.of(one.text)[-2:])
    return "" if not whole or loose or unquoted(text) != text or LOOSE_START.match(text) else text
