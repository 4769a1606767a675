"""Whether two claims concern one matter, and how sure that is: 0 for no, up to 1. Precise rather than complete.

Two claims that name different speakers, different people for one role, or different days are two matters; only where
everything else is the same may a day or an amount differ, and then the record shows that the accounts part.
"""

from itertools import product

from rashomon.lexicon.units import are_akin
from rashomon.model import AmountSlot, EntitySlot, Syntax
from rashomon.text.grammar import head_of
from rashomon.weighing.claims.acts import one_act
from rashomon.weighing.claims.bearings import without_bearings
from rashomon.weighing.claims.instruments import instrument_of
from rashomon.weighing.claims.quotations import is_open, merely_share_a_phrase, one_utterance, same_speaker
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.days import are_two_news, gap, meet
from rashomon.weighing.compared.done_to import are_two_deeds
from rashomon.weighing.compared.heads import is_of_each
from rashomon.weighing.compared.likeness import likeness
from rashomon.weighing.compared.measures import are_one_exact, hold
from rashomon.weighing.compared.periods import are_of_two_periods
from rashomon.weighing.compared.places import elsewhere, measured_from_two
from rashomon.weighing.compared.sides import are_apart, are_opposed, sides
from rashomon.weighing.compared.words import bag, overlap, shared
from rashomon.weighing.standings.covering import covers, is_a_party

QUOTED = 1.0
"""One utterance word for word; align.py joins it whatever else its line holds."""
_ALMOST = 0.95
"""The same words in a report, or all telling words: no quotation proves them one."""
DISPUTED = 0.6
"""One happening on two days, or one thing with two amounts; align.py joins it only where each account has one such."""
PARTIAL = 0.65
"""One kind of happening on one day, of which an account leaves out a party; joined only where each has one such."""
_BY_ACTS = frozenset({"sanction", "relief"})
"""Undertakings that hold several acts: of sanctions, to impose, extend and tighten them."""
_ONCE = frozenset({"withdrawal", "suspension", "amendment", "extension", "resumption", "relief"})
"""Undertakings that one doer does to one instrument but once in a story, if their days can be one."""
_OF_ANYTHING = frozenset({"percent", "percentage point"})
"""Units of what polls and counts give of all and everybody: who is named beside tells little of what they measure."""
_BY_ITSELF = frozenset({"entry-into-force", "termination"})
"""What happens to an instrument without a doer."""
_MONTH = 31  # days from the first to the last at most; a wider interval tells next to nothing of a day
_WEEK = 7
_NEARBY = 600  # characters within which "the agreement" points back to the agreement that was named
_COLLECTIVE = frozenset({"state", "organization", "group"})
SYMMETRIC = frozenset({"CONSULT", "COOPERATE", "AGREE"})
_VERBATIM = 0.6  # of the shorter's runs of three words
_VERBATIM_RUNS = 3  # that is: five words
_SAME = 0.8  # of them, where nobody is named who says them: "there's a lot of anger", "there's a lot of crime"
_LONG_RUNS = 8  # ten words: nobody else says them by chance
_PARAPHRASE = 0.55  # of the weight of the shorter's telling words
_PARAPHRASE_WORDS = 4
_SHORT_CONTENT = 0.75
"""A short content needs more, and company in its sentence; so do two remarks of one text, which are seldom one."""
_SHORT_WORDS = 3
_COMPANY = 0.4
_RETOLD = 0.58
"""One remark, retold by two accounts in their own words; not as sure as a paraphrase of most of its words."""
_MOST_OF_IT = 0.6  # of the weight of the shorter's telling words, three at least: set on statements read by hand
_HALF_OF_IT = 0.45  # where there are many of them, or a turn of phrase is quoted, or the sentences share most too
_THIRD = 0.33  # where both quote the turn of phrase
_MANY_WORDS = 8
_MEANT = 0.66  # how alike what one speaker says must be in meaning, whatever the words (likeness.py)
_SENTENCE_WORDS = 5


def near(one: Told, two: Told) -> float:
    """Two claims -> how sure it is that they concern one matter."""
    if one.is_event and two.is_event:
        return _events(one, two)
    if one.claim.kind != two.claim.kind:
        return 0.0
    if one.claim.kind == "statement":
        return _statements(one, two)
    return _terms(one, two)


def may_be_one(one: Told, two: Told) -> bool:
    """Whether nothing in two claims forbids that they are of one matter; joins over a third claim are held to it."""
    if one.claim.kind != two.claim.kind and not (one.is_event and two.is_event):
        return True
    if one.claim.kind == "statement":
        fit = one.speaker == two.speaker or _nobody_named(one, two) or same_speaker(one, two) or is_open(one, two)
        if one.is_of_a_paper != two.is_of_a_paper and one.utterances and two.utterances:
            fit = False  # a lawsuit's words are not its chairman's
        return (fit or one_utterance(one, two)) and days_meet(one, two)
    if one.term("type", "kind") != two.term("type", "kind"):
        return False
    if one.claim.article == two.claim.article and one.amount and two.amount and one.amount.value != two.amount.value:
        return False  # a text that gives two figures gives two figures
    if _two_instruments(one, two):
        return False
    roles = one.who("actor", "recipient"), two.who("actor", "recipient")
    return not all(roles) or covers(*roles, one.people)


def _two_instruments(one: Told, two: Told) -> bool:
    """Whether two undertakings are about two instruments that both are known: tariffs on Peru, and those on Chile."""
    about = instrument_of(one), instrument_of(two)
    return about[0] != about[1] and all(found is not None and found.is_known for found in about)


def days_meet(one: Told, two: Told) -> bool:
    """Whether the days of two claims can be one day; unknown days can."""
    return not one.bounds or not two.bounds or meet(one.bounds, two.bounds)


def same_days(one: Told, two: Told) -> bool:
    """Whether both days are known, a month at most, and can be one: a year that two tell of is no day in common."""
    known = [days for days in (one.days, two.days) if days and (days[1] - days[0]).days <= _MONTH]
    return len(known) == 2 and days_meet(one, two)


def _statements(one: Told, two: Told) -> float:
    if days_meet(one, two) and one_utterance(one, two):
        return QUOTED
    if any(are_opposed(a, b) for a, b in product(one.cue_lemmas, two.cue_lemmas)):
        return 0.0  # "praised the workers", "criticised the workers"
    runs = min(len(one.grams), len(two.grams))
    same_words = runs >= _VERBATIM_RUNS and overlap(one.grams, two.grams) >= _VERBATIM
    if one.speaker != two.speaker and not _is_of_its_paper(one, two):
        return 0.9 * (same_words and runs >= _LONG_RUNS and _nobody_named(one, two) and days_meet(one, two))
    if not days_meet(one, two) or merely_share_a_phrase(one, two):
        return 0.0
    if same_words and (one.speaker or runs >= _LONG_RUNS or overlap(one.grams, two.grams) >= _SAME):
        return _ALMOST
    if not one.speaker or ((one.denies or two.denies) and one.turned != two.turned):
        return 0.0
    share, words = shared(one.bag, two.bag)
    one_text = one.claim.article == two.claim.article
    if share >= (_SHORT_CONTENT if one_text else _PARAPHRASE) and words >= _PARAPHRASE_WORDS:
        return min(share, _ALMOST)
    if one.speaker != two.speaker:
        return 0.0  # somebody, and not surely his paper
    company, around = shared(one.around, two.around)
    if share >= _SHORT_CONTENT and words >= _SHORT_WORDS and around > words and company >= _COMPANY:
        return (share + company) / 2
    return _RETOLD if not one_text and _is_retold(one, two) else 0.0


def _is_of_its_paper(one: Told, two: Told) -> bool:
    """Whether one account gives to somebody what another gives to a paper, as to a party and its lawsuit."""
    two_texts = one.claim.article != two.claim.article
    two_quotations = bool(one.utterances and two.utterances)
    papers = one.is_of_a_paper != two.is_of_a_paper and bool(one.speaker and two.speaker)
    return two_texts and papers and not two_quotations


def _is_retold(one: Told, two: Told) -> bool:
    """Whether two accounts tell one remark of one speaker, each in its own words or with a few of his."""
    share, words = shared(one.bag, two.bag)
    if likeness(one.meaning, two.meaning) >= _MEANT:
        return True
    turn = _share_a_turn(one, two)
    if words < 2 or share < (_THIRD if turn and set(one.turns) & set(two.turns) else _HALF_OF_IT):
        return False
    if words >= _MANY_WORDS or (words >= _SHORT_WORDS and share >= _MOST_OF_IT) or turn:
        return True
    company, around = shared(one.around, two.around)
    return company >= _MOST_OF_IT and around >= _SENTENCE_WORDS


def _share_a_turn(one: Told, two: Told) -> bool:
    """Whether one account quotes a turn of phrase that the other has too ("bad deal"), with another telling word."""
    turns = [turn for a, b in ((one, two), (two, one)) for turn in a.turns if f" {turn} " in f" {b.plain} "]
    return any((one.bag.keys() & two.bag.keys()) - bag(turn).keys() for turn in turns)


def _nobody_named(one: Told, two: Told) -> bool:
    """Whether of two speakers one is not known, or is a paper and no person: the same long quotation is his."""
    two_texts = one.claim.article != two.claim.article
    return two_texts and any(not o.speaker or o.is_of_a_paper for o in (one, two))


def _events(one: Told, two: Told) -> float:
    if one.term("type") != two.term("type") or not _modes_fit(one, two) or not _status_fits(one, two):
        return 0.0
    if _is_elsewhere(one, two):
        return 0.0
    roles = _roles(one, two)
    company, around = shared(one.around, two.around)
    cues = bool(one.cue_words.keys() & two.cue_words.keys())
    one_sentence = one.claim.article == two.claim.article and one.sentence == two.sentence
    if (roles == 0.0 and not _one_visit(one, two)) or (one_sentence and not cues):
        return 0.0
    if _done_to_another(one, two):
        return 0.0
    if _one_visit(one, two):
        return 0.9
    if roles == 1.0 and _one_text_and_place(one, two):
        return 0.7
    if roles == 1.0 and _states_only(one) and not same_days(one, two):
        return 0.5 if days_meet(one, two) and company >= _PARAPHRASE and around >= _PARAPHRASE_WORDS else 0.0
    if roles == 1.0 and days_meet(one, two) and _is_one_plan(one, two):
        return 0.75
    if roles == 1.0 and (cues or company >= _COMPANY) and days_meet(one, two):
        return 0.8 + 0.2 * same_days(one, two)
    if roles == 1.0 and cues and _close(one, two) and company >= _COMPANY:
        return DISPUTED
    if cues and same_days(one, two) and one.days == two.days and one.days and one.days[0] == one.days[1]:
        return PARTIAL
    if cues and same_days(one, two) and around >= _SHORT_WORDS:
        return 0.7
    return 0.5 if cues and days_meet(one, two) and company >= _PARAPHRASE and around >= _PARAPHRASE_WORDS else 0.0


def _is_elsewhere(one: Told, two: Told) -> bool:
    """Whether two deeds have other places in their clauses; where both have a slot for it, it is a conflict."""
    if one.clause is None or two.clause is None or all("where" in x.claim.slots for x in (one, two)):
        return False
    return elsewhere(*(x.clause.span.of(x.text) for x in (one, two) if x.clause))


def _done_to_another(one: Told, two: Told) -> bool:
    """Whether one of two deeds is done to somebody, and the other, with nobody known, to something else by its noun."""
    known = ["recipient" in x.claim.slots for x in (one, two)]
    things = [x.clause.things if x.clause else frozenset[str]() for x in (one, two)]
    return known[0] != known[1] and all(things) and things[0].isdisjoint(things[1])


def _is_one_plan(one: Told, two: Told) -> bool:
    """Whether two accounts tell ahead that the same two people are to meet: nobody plans it twice in one story."""
    two_texts = one.claim.article != two.claim.article
    return two_texts and one.term("status") == two.term("status") == "planned"


def _one_visit(one: Told, two: Told) -> bool:
    """Whether two visits of one visitor on one known day can be one: to a capital, to its country, to its leader."""
    visits = one.term("mode") == two.term("mode") == "visit" and bool(one.who("actor") & two.who("actor"))
    hosts = one.who("recipient"), two.who("recipient")
    whole_day = bool(one.days and one.days == two.days and one.days[0] == one.days[1])
    return visits and whole_day and (not all(hosts) or covers(*hosts, one.people))


def _one_text_and_place(one: Told, two: Told) -> bool:
    """Whether one text tells two happenings of the same parties at the same named place: one under two nouns."""
    places = one.term("where") or _where(one), two.term("where") or _where(two)
    return one.claim.article == two.claim.article and bool(places[0]) and places[0] == places[1] and days_meet(one, two)


def _where(one: Told) -> str:
    slot = one.claim.slots.get("where")
    return slot.text if isinstance(slot, EntitySlot) else ""


def _states_only(one: Told) -> bool:
    """Whether its parties are states and bodies alone: these meet, talk and quarrel all the time."""
    return all(e in one.people and one.people[e].kind in _COLLECTIVE for e in one.who("actor", "recipient"))


def _status_fits(one: Told, two: Told) -> bool:
    """Whether what is said and what is denied, planned or thought of can be one happening."""
    pair = {one.term("status") or "happened", two.term("status") or "happened"}
    two_texts = one.claim.article != two.claim.article
    if pair == {"happened", "denied"}:
        return (two_texts or one.speaker != two.speaker) and same_days(one, two)  # or a text lets somebody deny it
    return len(pair) == 1 or (pair == {"happened", "planned"} and same_days(one, two))


def _modes_fit(one: Told, two: Told) -> bool:
    modes = one.term("mode"), two.term("mode")
    return not all(modes) or modes[0] == modes[1]


def _close(one: Told, two: Told) -> bool:
    """Whether two disjoint days or months are near enough to be two accounts of one day."""
    known = [days for days in (one.days, two.days) if days and (days[1] - days[0]).days <= _MONTH]
    return len(known) == 2 and gap(*known) <= _WEEK and one.claim.article != two.claim.article


def _roles(one: Told, two: Told) -> float:
    """Two events -> 1.0 both parties the same, 0.5 what is known of them fits, 0.0 it does not."""
    pairs = [(one.who("actor"), two.who("actor")), (one.who("recipient"), two.who("recipient"))]
    if one.term("type") in SYMMETRIC:
        both = one.who("actor", "recipient"), two.who("actor", "recipient")
        if not all(both) or not covers(*both, one.people):
            return 0.0
        exact = len(both[0] & both[1])
        return 1.0 if exact >= 2 else 0.5
    known = [pair for pair in pairs if all(pair)]
    if not known or not all(covers(*pair, one.people) for pair in known):
        return 0.0
    return 1.0 if len(known) == 2 and all(a & b or is_a_party(a, b, one.people) for a, b in known) else 0.5


def _terms(one: Told, two: Told) -> float:
    """Undertakings and figures: the same kind, parties that fit, and the same terms or amount."""
    if one.term("type", "kind") != two.term("type", "kind") or not days_meet(one, two):
        return 0.0
    if one.claim.kind == "undertaking" and one.term("type") in _BY_ACTS and not one_act(one, two):
        return 0.0
    for role in ("actor", "recipient"):
        pair = one.who(role), two.who(role)
        if all(pair) and not covers(*pair, one.people):
            return 0.0
    share, words = shared(one.bag, two.bag)
    if one.claim.kind == "figure" and are_apart(*(sides(without_bearings(x.sentence.of(x.text))) for x in (one, two))):
        return 0.0
    if one.amount and two.amount:
        exact = are_one_exact(one.amount, two.amount)
        apart = not exact and are_two_deeds((one.reading, one.amount.span), (two.reading, two.amount.span))
        apart |= measured_from_two(*map(_behind_its_amount, (one, two))) or not may_be_one(one, two)
        apart |= are_of_two_periods(one.sentence.of(one.text), two.sentence.of(two.text))
        apart |= one.amount.value != two.amount.value and any(map(_is_of_each, (one, two)))
        if one.amount.unit in _OF_ANYTHING:
            share, words = shared(one.measured, two.measured)
        score = 0.0 if apart else _amounts(one.amount, two.amount, share, words)
        return 0.0 if score == DISPUTED and are_two_news(one.published, two.published) else score
    if _one_instrument(one, two):
        return 0.55
    if one.claim.kind != "figure" and _one_deed(one, two) and share >= _PARAPHRASE:
        return 0.55
    if one.claim.kind == "figure" or bool(one.amount) != bool(two.amount):
        return 0.0
    if share >= _PARAPHRASE and words >= 2:
        return share
    cues = bool(one.cue_words.keys() & two.cue_words.keys())
    if share >= _PARAPHRASE and words >= 1 and _points_back(one, two):
        return share
    cue_share, cue_words = shared(one.cue_words, two.cue_words)
    if _same_parties(one, two) and cue_share >= _SHORT_CONTENT and max(cue_words, words) >= 1:
        return cue_share * _PARAPHRASE
    company, around = shared(one.around, two.around)
    return 0.5 if cues and same_days(one, two) and company >= _COMPANY and around >= _SHORT_WORDS else 0.0


def _is_of_each(one: Told) -> bool:
    """Whether a figure is one that each poll has its own of."""
    place = one.amount.span if one.amount and one.reading.of(Syntax) else None
    return place is not None and is_of_each(head_of(one.reading.doc, place))


def _behind_its_amount(one: Told) -> str:
    """Claim -> the words of its sentence behind its amount."""
    place = one.amount.span if one.amount else None
    return one.text[place.end : one.sentence.end] if place else ""


def _one_instrument(one: Told, two: Told) -> bool:
    """Whether two accounts tell that one doer left, suspended, … the same instrument, whatever each calls it."""
    kind = one.term("type")
    if one.claim.article == two.claim.article or kind not in _ONCE | _BY_ITSELF or bool(one.amount or two.amount):
        return False
    about = instrument_of(one)
    same = about is not None and about.is_known and about == instrument_of(two)
    doers = one.who("actor"), two.who("actor")
    fits = kind in _BY_ITSELF or (all(doers) and covers(*doers, one.people))
    return same and fits and one.term("status") == two.term("status")


def _one_deed(one: Told, two: Told) -> bool:
    """Whether two accounts tell with one word what one doer did on days that meet; one may leave out the amount."""
    two_texts = one.claim.article != two.claim.article
    cues = bool(one.cue_words.keys() & two.cue_words.keys())
    return two_texts and cues and same_days(one, two) and bool(one.who("actor") & two.who("actor"))


def _same_parties(one: Told, two: Told) -> bool:
    """Whether two undertakings name one doer and somebody who is or acts for one addressee."""
    toward = one.who("recipient"), two.who("recipient")
    return bool(one.who("actor") & two.who("actor")) and all(toward) and covers(*toward, one.people)


def _points_back(one: Told, two: Told) -> bool:
    """Whether two undertakings of one kind and doer stand close together in one text, one naming all the other does."""
    apart = abs(one.evidence.start - two.evidence.start)
    doers = one.who("actor"), two.who("actor")
    return one.claim.article == two.claim.article and apart <= _NEARBY and all(doers) and covers(*doers, one.people)


def _amounts(one: AmountSlot, two: AmountSlot, share: float, words: int) -> float:
    if not are_akin(one.unit, two.unit) or (
        one.of and two.of and shared(bag(one.of), bag(two.of))[0] < 1
    ):  # every telling word
        return 0.0
    how = hold(one, two)
    if how == "same" or (how == "fits" and (one.unit, one.per) != (two.unit, two.per)):
        return 1.0 if words >= 2 or (words and are_one_exact(one, two)) else 0.0
    two_texts_on_one_thing = share >= _SHORT_CONTENT and words >= _PARAPHRASE_WORDS
    return DISPUTED if two_texts_on_one_thing else 0.0
