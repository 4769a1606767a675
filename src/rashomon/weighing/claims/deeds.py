"""One English sentence for an event or undertaking: built of its slots first, of its text’s clause else."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from rashomon.lexicon.actors import find_actors
from rashomon.lexicon.files import load
from rashomon.model import EntitySlot, Event, Span, Syntax, TextSlot, Undertaking, hull
from rashomon.readers.attributions.sayers import RELATIVES
from rashomon.readers.parties import teller_of
from rashomon.text.grammar import (
    SUBJECTS,
    conjuncts,
    head_of,
    is_contact,
    is_finite,
    is_negated,
    phrase,
    span_of,
    tense,
    tokens_in,
)
from rashomon.weighing.claims.besides import with_besides
from rashomon.weighing.claims.carried import carried, dated, when, with_own_time
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.clauses import terms_of
from rashomon.weighing.compared.days import Days
from rashomon.weighing.compared.governments import called
from rashomon.weighing.compared.sentences import hop_name, listed, on_word_of, quoted, with_article, words

BREACH = frozenset({"breach-claim", "ACCUSE"})
"""Types that are never told as facts in the record's own voice."""
_SUING = "~sue"  # the words of similar.yaml for an accusation that is a deed in itself
_TRADED = re.compile(
    r"(?i)\b(exports?|imports?|sales?|purchases?|supply|supplies|shipments?|deliveries|production) of\b"
)
_ACCORD = re.compile(r"(?i)\b(?:the|this|that) (?:agreement|deal|accord|pact|treaty|declaration)$")
_PAST = re.compile(r"(?i)[a-z]{3,}ed|swore|vowed|undertook|gave|made|promised")
_RELATIVE = re.compile(r", (?:who|whom|whose|which)\b.*$")
_UNCLOSED = re.compile(r" \([^)]*$")
_BACK = re.compile(r"(?:(?:had|has|have|will|would|did not|\w+ly) )*\w+ (?:it|them)\b")
"""A predicate whose object is told of before it: "but Warsaw [vetoed it]"."""
_COUNTED = re.compile(
    r"(?i)(?:(?:about|around|nearly|almost|some|over|at least|more than|up to) )?(?:(?:tens|hundreds|thousands) of )?"
    r"(?:dozens|scores|hundreds|thousands|tens|millions|several|dozen|\d[\d,.]*) "
)
"""Words for people that begin with how many there were: the name of the group alone would lose it."""
_NOBODY = re.compile(r"(?i)(?:nobody|none|no(?: one)?|hardly|scarcely|barely|few)\b")
_NAMED = frozenset({"NORP", "GPE", "ORG", "PERSON", "LOC", "FAC"})
_SPAN_OF_TIME = re.compile(r"(?i)\b(?:minute|hour|day|week|month|year|decade)s?$")
_FROM = re.compile(r"(?i)\s*(?:after|before|since|from)\b")
_POINTS_ON = re.compile(r"\s?:\s")
_LEARNED = re.compile(r"(?:ha[sd]|have) (?:\w+ly |since |also )?(?:learned|learnt|found|confirmed|reported|obtained)")
_SHORT = 70  # characters of the words for several who act, told as they stand
_AT = frozenset({"at", "near", "off", "on", "outside"})
_STARTS = ("to ", "not to ", "that ")


def templated(one: Told, days: Days | None, matter: Sequence[Told] = ()) -> str:
    """Event whose kind has a sentence in summary.yaml -> that sentence with its parties, place and day.

    The place may be that of another claim of its matter, where all that give one give the same.
    """
    finding = one.finding
    if not isinstance(finding, Event):
        return ""
    who, whom = people(one, "actor"), people(one, "recipient")
    if not who or one.who("actor") & one.who("recipient") or (finding.recipient and not whom):
        return ""
    if one.term("mode") == "visit" and one.clause is None and days is None:
        return ""  # "his visit may bring": a visit that is named is no visit that was
    if _is_told_of(one):
        return ""
    frame = _template(one, joint=not whom and len(one.who("actor")) > 1)
    places = {place for other in matter if (place := _place(other))}
    where = _place(one) or (places.pop() if len(places) == 1 else "")
    if not frame or ("{there}" in frame and not (where or whom)) or ("{recipient}" in frame and not whom):
        return ""
    there = where or _seat(one) or whom
    told = frame.format(actor=who, recipient=whom, there=there, are="are" if " and " in who else "is")
    if where and "{there}" not in frame:
        told += f" in {where}"
    word = on_word_of(one.behind, one.people)
    return f"{told}{when(days)}{', ' + word if word else ''}"


def _is_told_of(one: Told) -> bool:
    """Whether a clause has a deed for its subject and tells more than that it took place: "the talks collapsed"."""
    if one.cue is None or one.clause is not None or not one.reading.of(Syntax):
        return False
    noun = head_of(one.reading.doc, one.cue)
    if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in words("undoing"):
        return True
    verb = teller_of(noun)
    return verb is not None and verb.lemma_.lower() not in words("occurring")


def _seat(one: Told) -> str:
    """Claim -> the text's words for its recipient where that is a government: who visits one visits its seat."""
    found = one.claim.slots.get("recipient")
    if not (isinstance(found, EntitySlot) and found.span and found.text.startswith("government of")):
        return ""
    return " ".join(found.span.of(one.text).split())


def _template(one: Told, *, joint: bool) -> str:
    """Claim -> its sentence's frame; "" where summary.yaml has none for what was said."""
    status = one.term("status") or "happened"
    if status == "denied" and not _is_of_what_was(one):
        return ""
    cue = one.cue.of(one.text).lower().split() if one.cue else []
    for entry in load("summary.yaml")["deeds"]:
        fits = entry["type"] == one.term("type") and entry.get("mode", "") in {"", one.term("mode")}
        if fits and (cue[-1:] or [""])[0] in _cues(entry["name"]):
            frames: Mapping[str, str] = entry["joint"] if joint and "joint" in entry else entry["told"]
            return str(frames.get(status, ""))
    return ""


def _is_of_what_was(one: Told) -> bool:
    """Whether a deed that is denied is said not to have been: "did not meet", and not "is not expected to meet"."""
    if one.cue is None or not one.reading.of(Syntax):
        return True
    verb = head_of(one.reading.doc, one.cue)
    return verb.pos_ != "VERB" or (is_negated(verb) and tense(verb) == "past")


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(next(entry["cues"] for entry in load("summary.yaml")["deeds"] if entry["name"] == name))


def _place(one: Told) -> str:
    slot = one.claim.slots.get("where")
    text = " ".join(slot.text.split()) if isinstance(slot, TextSlot | EntitySlot) else ""
    named = bool(text) and text[0].isupper() and len(text) <= 40 and text.lower() not in words("pronouns")
    return with_article(text) if named else ""


def limit(one: Told, days: Days | None) -> str:
    """Limit with an amount -> who limited what, for whom, to how much."""
    name, what, amount = doers(one), one.term("what"), one.amount
    if one.term("type", "kind") != "limit" or one.term("status") != "happened" or not (name and what and amount):
        return ""
    whom = people(one, "recipient")
    what, text = " ".join(what.split()), " ".join(amount.text.split())
    traded = _TRADED.search(one.sentence.of(one.text))
    if amount.per and not re.search(rf"\b{re.escape(amount.per)}\b", text):
        text = f"{text} a {amount.per}"
    goods = f"{traded[1].lower()} of {what}" if traded and traded[1].lower() not in what.lower() else what
    link = (
        "to"
        if goods != what and traded and traded[1].lower().startswith(("export", "sale", "ship", "deliv"))
        else "for"
    )
    verb, measure = _limiting(one)
    told = f"{name} {verb} {goods}{f' {link} {whom}' if whom else ''} {measure} {text}"
    return _with_word(dated(told, days, has_days=False), one, name)


def _limiting(one: Told) -> tuple[str, str]:
    """Limit -> its verb and preposition: "capped … at", "restricted … to"; "limited … to" where the text has a noun."""
    cue = one.cue.of(one.text).lower().split() if one.cue else []
    if "capped" in cue:
        return "capped", "at"
    return next((word for word in cue if word in {"limited", "restricted", "reduced"}), "limited"), "to"


def act(one: Told, days: Days | None, matter: Sequence[Told] = ()) -> str:
    """Event or undertaking whose doer is its clause's subject -> the doer's name and the clause as it stands.

    What he did besides goes with it where one text alone tells it.
    """
    if one.claim.kind == "figure" or (one.term("type", "kind") in BREACH and _SUING not in one.cue_words):
        return ""
    acting, name = _acting(one), doers(one)
    if one.finding is None and not acting:  # "the memos were released": of a clause that no reader has a finding for
        acting, name = _subject_words(one, "recipient"), doers(one, "recipient")
    unmet = one.term("type") == "CONSULT" and not one.who("recipient") and len(one.who("actor")) < 2
    if unmet and one.cue is not None and one.cue.of(one.text).lower() in words("mutual"):
        return ""  # "the two last met in Davos": nobody meets alone
    if not acting or not name or one.clause is None or one.quoted or not is_subject(hull(acting), one.clause.subjects):
        return ""
    alone = len({other.text for other in matter}) == 1
    told = (with_besides(one) if alone else None) or one.clause.span
    predicate, has_days = carried(one, told, days)
    if _is_of_a_noun_before(one) or _is_taken_for_main(one):
        return ""
    if _POINTS_ON.match(one.text, told.end) or _LEARNED.fullmatch(predicate):
        return ""  # "awoke to grim news: …", "…, the Post has learned": what it was stands elsewhere
    if _SPAN_OF_TIME.search(predicate) and _FROM.match(one.text, told.end):
        return ""  # "on 5 May, two days [after Aas had left]": from when, the rest tells
    if len(predicate.split()) < 2 or predicate[0] in "'’":  # a parse cut short; "'s charged" hangs on its subject
        return ""
    if one.coordinate is not None and _BACK.match(predicate) and one.coordinate.start > one.sentence.start:
        return ""
    predicate = f"{_with_instrument(one, predicate)}{_where(one)}"
    deed = dated(
        f"{_as_within(one, acting, name)} {predicate}", days, has_days=has_days, leads=_ends_in_another(one, told)
    )
    if not any(other.bounds for other in (one, *matter)):
        deed = with_own_time(deed, one, hull(acting))
    return _with_word(f"{_under(one)}{deed[0].upper()}{deed[1:]}", one, name)


def _is_of_a_noun_before(one: Told) -> bool:
    """Whether a deed is done to a noun in front of its clause, without which it is no whole: "the state he served"."""
    cue = one.cue or one.trigger
    if cue is None or not one.reading.of(Syntax):
        return False
    deed = head_of(one.reading.doc, cue)
    verb = next((t for t in (deed, *deed.ancestors) if is_finite(t)), deed)
    while verb.dep_ == "conj":
        verb = verb.head
    opening = verb.doc[verb.left_edge.i]
    sums = (c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ == "PROPN")  # "the $3 million Aas raised"
    if any(part.dep_ == "nummod" and part.i and part.nbor(-1).like_num for noun in sums for part in noun.lefts):
        return True
    taken_up = opening.lower_ in RELATIVES and opening.dep_ not in SUBJECTS  # "the state [that] he served"
    return is_contact(verb) or (verb.dep_ == "relcl" and taken_up)


def _ends_in_another(one: Told, told: Span) -> bool:
    """Whether the words for a deed end in those of a clause within it: "discussed a bill [he was drafting]"."""
    if not one.reading.of(Syntax):
        return False
    last = tokens_in(one.reading.doc, told)[-1]
    over = (last, *last.ancestors)
    return any(t.dep_ in {"relcl", "ccomp"} and is_finite(t) and told.start < t.idx < told.end for t in over)


def _is_taken_for_main(one: Told) -> bool:
    """Whether the parser hangs a sentence's main clause on the one before it: "[Though] it rained, they marched".

    Told as one clause, without the "though", both would be one deed.
    """
    cue = one.cue or one.trigger
    if cue is None or not one.reading.of(Syntax):
        return False
    deed = head_of(one.reading.doc, cue)
    verb = next((t for t in (deed, *deed.ancestors) if is_finite(t)), deed)
    return verb.dep_ == "ROOT" and any(c.dep_ == "mark" and c.i < verb.i for c in verb.children)


def _where(one: Told) -> str:
    """Deed of a clause that begins with "where" -> the place that it hangs on: " in Larvik"; "" for any other.

    "The barge sailed for Larvik, [where] police seized it" tells in no place of its own what its noun names.
    """
    cue = one.cue or one.trigger
    if cue is None or not one.reading.of(Syntax):
        return ""
    verb = head_of(one.reading.doc, cue)
    place = verb.head
    if verb.dep_ != "relcl" or verb.left_edge.lower_ != "where" or place.pos_ != "PROPN":
        return ""
    near = place.head.lower_ if place.dep_ == "pobj" and place.head.lower_ in _AT else "in"
    return f" {near} {' '.join(t.text for t in phrase(place) if t.i <= place.i)}"


def _as_within(one: Told, acting: Sequence[Span], name: str) -> str:
    """Deed, the words for who does it and his name -> the name as it stands behind a day: "Annual inflation" small."""
    first = tokens_in(one.reading.doc, acting[0])[0]
    named = first.pos_ in {"PROPN", "PRON"} or first.ent_type_ in _NAMED  # "American" negotiators
    own = name.startswith(first.text) and not named and not first.is_upper
    return name[0].lower() + name[1:] if own else name


def _under(one: Told) -> str:
    """Deed -> by what it is one that must or would be, where its clause begins with that: "Under the accord, "."""
    cue = one.cue or one.trigger
    if cue is None or not one.reading.of(Syntax):
        return ""
    verb = head_of(one.reading.doc, cue)
    terms = terms_of(next((t for t in (verb, *verb.ancestors) if is_finite(t)), verb))
    return f"under {' '.join(span_of(phrase(terms)).of(one.text).split())}, " if terms is not None else ""


def _acting(one: Told) -> Sequence[Span]:
    """Deed -> the words for who acts: those of its finding, else those of its slot."""
    if isinstance(one.finding, Event):
        return one.finding.actor
    if isinstance(one.finding, Undertaking):
        return one.finding.parties
    return _subject_words(one, "actor")


def _subject_words(one: Told, role: str) -> Sequence[Span]:
    slot = one.claim.slots.get(role)
    return [slot.span] if slot is not None and slot.span is not None else []


def _with_instrument(one: Told, predicate: str) -> str:
    """Predicate that ends with "the agreement" -> the same with the agreement's name, where the claim has it."""
    slot = one.claim.slots.get("instrument")
    name = getattr(slot, "text", "")
    return f"{predicate} ({with_article(name)})" if name and _ACCORD.search(predicate) else predicate


def undertaken(one: Told, days: Days | None) -> str:
    """Pledge, demand or refusal whose clause the parse does not give -> its doer, its own verb and its terms."""
    finding = one.finding
    if not isinstance(finding, Undertaking) or one.term("status") not in {"", "happened"} or one.quoted:
        return ""
    if _is_of_a_noun_before(one):
        return ""  # "a step many had urged him to take"
    name, cue = people(one, "actor"), finding.cue.of(one.text).split()
    what, has_days = carried(one, finding.what, days)
    if one.term("type", "kind") not in {"pledge", "demand", "refusal"} or not what.startswith(_STARTS):
        return ""
    if not name or len(cue) != 1 or not _PAST.fullmatch(cue[0]):
        return ""
    whom = f" {people(one, 'recipient')}" if one.term("type", "kind") == "demand" and people(one, "recipient") else ""
    return _with_word(dated(f"{name} {cue[0].lower()}{whom} {what}", days, has_days=has_days), one, name)


def own_pledge(one: Told, days: Days | None = None) -> str:
    """Pledge in the first person within a quotation ("we will preserve …") -> who pledged, with these words."""
    pledge = one.term("type") == "pledge" and one.quoted and one.behind and one.clause
    if not pledge or one.clause is None or not one.clause.subjects:
        return ""
    start = min(one.clause.subjects)
    if not re.match(r"(?i)(?:we|i)\b", one.text[start:]) or start > one.clause.span.start:
        return ""
    relayed = on_word_of(one.behind[:-1], one.people)
    words_of = quoted(one.text[start : one.clause.span.end])
    return f"{hop_name(one.behind[-1], one.people)} pledged{when(days)}{f', {relayed}' if relayed else ''}: {words_of}"


def _with_word(told: str, one: Told, name: str) -> str:
    word = on_word_of(one.behind, one.people, name)
    return f"{told}, {word}" if word and not told.endswith(word) else told


def is_subject(acting: Span, subjects: tuple[int, ...]) -> bool:
    """Whether the words for who acts hold a subject of the clause."""
    return any(acting.start <= at < acting.end for at in subjects)


def doers(one: Told, role: str = "actor") -> str:
    """Claim -> who acts, or has another role, by name or in the text's own words; "" where these are a pronoun."""
    named = people(one, role)
    slot = one.claim.slots.get(role)
    if named or not isinstance(slot, EntitySlot) or _are_people(one, slot) or _is_neither(one, slot):
        return named
    own = slot.span.of(one.text) if slot.span is not None else ""
    whole = _COUNTED.match(own) or _are_more(one, slot)
    text = _RELATIVE.sub("", " ".join(own.split()) if whole else slot.text)
    text = _UNCLOSED.sub("", text)
    if not text or text.lower().split()[0] in words("pronouns"):
        return ""
    the = slot.span is not None and slot.span.of(one.text).lower() == f"the {slot.text.lower()}"
    closed = "," if re.search(r", (?!.* and )", text) else ""  # "the ship, sent to Peru, sank"
    return f"{'the ' * the}{text}{closed}"


def people(one: Told, slot: str) -> str:
    """Claim and a slot -> the names in it, "" where one of them has none."""
    found = one.claim.slots.get(slot)
    known = [one.people.get(entity) for entity in found.entities] if isinstance(found, EntitySlot) else []
    if not known or any(entity is None or entity.kind in {"unnamed", "group"} for entity in known):
        return ""
    if isinstance(found, EntitySlot) and (_are_people(one, found) or _is_neither(one, found) or _are_more(one, found)):
        return ""
    words_for = found.text if isinstance(found, EntitySlot) and len(known) == 1 else ""
    return listed([with_article(called(entity, words_for)) for entity in known if entity])


def _are_more(one: Told, slot: EntitySlot) -> bool:
    """Whether somebody stands beside those whom a slot has, and is none of them: "Aas and his wife", "Peru and a firm".

    An office beside another is nobody's of its own: "the minister and party leader".
    """
    if slot.span is None or " and " not in (own := slot.span.of(one.text)) or not one.reading.of(Syntax):
        return False
    heads = [n for n in conjuncts(head_of(one.reading.doc, slot.span)) if slot.span.covers(span_of([n]))]
    parties = [n for n in heads if n.pos_ == "PROPN" or any(c.dep_ in {"det", "poss"} for c in n.children)]
    return len(own) < _SHORT and len(parties) == len(heads) > max(len(slot.entities), 1)


def _is_neither(one: Told, slot: EntitySlot) -> bool:
    """Whether a slot's words are for those who did not: "neither Peru nor Chile", "nobody in Peru's government"."""
    if slot.span is None:
        return False
    before = one.text[min(one.sentence.start, slot.span.start) : slot.span.end]
    return bool(re.search(r"(?i)\bneither\b[^.;]*$", before) or _NOBODY.match(slot.span.of(one.text)))


def _are_people(one: Told, slot: EntitySlot) -> bool:
    """Whether a slot's words are for people of a state, who are not the state: "one of four Americans"."""
    found = find_actors(slot.span.of(one.text)) if slot.span is not None else []
    return any(known.actor.naming == "people" for known in found)
