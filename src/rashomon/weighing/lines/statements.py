"""A statement -> one English sentence: who speaks, on whose word, and his own cue and content as they stand."""

import re
from collections.abc import Sequence
from typing import Any

from rashomon.lexicon.files import load
from rashomon.lexicon.roles import is_rather_of_bodies
from rashomon.model import Attribution, Hop, Mention, Span, Syntax, TextSlot, hull
from rashomon.readers.attributions.sayers import RELATIVES
from rashomon.readers.vouching import is_judged
from rashomon.text.grammar import SUBJECTS, head_of, is_finite, is_negated, tokens_in
from rashomon.weighing.claims.besides import with_its_turn
from rashomon.weighing.claims.carried import carried, dated, when, with_its_day
from rashomon.weighing.claims.deeds import is_subject
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.days import Days
from rashomon.weighing.compared.sentences import document, hop_name, is_paper_of, on_word_of, words
from rashomon.weighing.lines.around import (
    LOOSE_START,
    OPENING,
    STRANDED,
    around_the_source,
    asked,
    before_another,
    goes_on_behind_an_aside,
    is_beside,
    is_cited,
    is_corrected,
    is_headless,
    is_loose,
    is_of_one_before,
    judged,
    may_be_another,
    set_between,
)
from rashomon.weighing.lines.contractions import apart, spelt_out
from rashomon.weighing.lines.hearers import addressee, to_whom
from rashomon.weighing.lines.restricting import only_he, points_back, restricted
from rashomon.weighing.lines.utterances import is_fragment, is_no_speech, utterance

_APART = 90  # characters between a verb of speech and what is said: room for "on Monday that"
_CONJUNCTION = 9  # characters: "However, "
_PASSIVE = re.compile(r"(?i)\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+|once\s+)?$")
_FINITE_CUE = re.compile(
    r"(?i)(?:(?:has|have|had|will|did|does|do|also|later|once|\w+ly)\s+)*(\w{2,}ed|said|told|wrote|says|tells|writes)"
)
_NEGATION = re.compile(r"(?i)n['’]t\b|\b(?:not?|never|neither|nor)\b")
_ENDED = re.compile(r"\s*(?:,|[—–]|--? )")
_TURNING = re.compile(
    r",\s*(?:however|though|nevertheless|nonetheless|meanwhile|in turn|for (?:his|her|its|their) part)\s*,\s*"
)
_UNLESS = re.compile(r"(?:If|Unless|Until|When|Once|Should|Without)\b")
_LOOSE_CONTENT = re.compile(
    r"(?i)(?:that )?(it|they|these|those)\b"
    r"(?! (?:seem|appear|look)(?:s|ed)\b"
    r"|(?: (?:is|was|would be|will be)|['’]s|['’]d be) "
    r"(?:(?:not|too|still|very|even|more|most|so|just|also|only|\w+ly) )*"
    r"(?:\w+ (?:that|whether|if|how|why)"
    r"|(?!(?:\w+ed|meant|made|set|going|able|ready|likely|about|due|bound|free|willing)\b)"
    r"\w+ (?:for (?:\w+ ){1,4})?to)\b)"
)
"""What begins with a pronoun that stands for something: "it was needed to …", and not "it was hard to …"."""
_POINTING = re.compile(r"(?i)(?:that )?(it|they|these|those|he|she)\b")
_BACK = re.compile(r"that (?:was|is|were|had|has|would|will|could)\b")  # "said that was not her view"
_ANSWERED = re.compile(
    r"(?i)(?:that )?\w+ (?:is|are|was|were|do|does|did|has|have|had|will|would|could)(?: not|n['’]t)?$"
)
"""What is said of a question that stands elsewhere: "said that he was"."""
_LABELLED = re.compile(r"(?i)(?:it|them|these|those) (?:as|an?|the)\b")
"""What is called something: "described it as quiet", never the speaker."""
_HUNGRY = re.compile(
    r"(?i)(?:\b(?:to|not|never|could|would|should|will|can|may|might)|n['’]t)"
    rf" (?:{'|'.join(load('summary.yaml')['hungry'])})$"
)
_BOUNDED = re.compile(
    r"(?i)\b(?:barely|hardly|scarcely|rarely|seldom|never|only|every|each|always|first|last|no|none)\b"
)
"""Words that are true within bounds alone, which may stand behind what is said: "in every race [since 2000]"."""
_THAT = re.compile(r"^that ")
_MEANWHILE = frozenset({"by", "as", "after", "before", "since", "while", "besides"})
"""Prepositions under which a participle tells what was done besides, or how."""
_MARK = re.compile(r",| [–—]")
"""What sets off, behind who speaks, the words for who is among them."""
_THINGS = frozenset({"it", "this", "that", "which"})
_KNOWN_BY = 24  # characters of a content by which it is found again


def statement(one: Told, days: Days | None) -> str:
    """Statement and its day -> who said what on whose word; "" where that makes no sentence that is whole and true."""
    finding = one.finding
    if not one.behind or not isinstance(finding, Attribution) or is_corrected(one, finding):
        return ""
    speaker, behind = _speaking(one, finding, days)
    speaker = only_he(one, speaker)
    question = asked(one)
    speaker = f"{speaker}, {question}," if question else _set_off(one, finding, speaker)
    heard = finding.addressee
    behind = [hop for hop in behind if heard is None or hop.span is None or not heard.covers(hop.span)]
    relay = on_word_of(behind, one.people)
    relayed = f", {relay}" if relay else ""
    if finding.kind == "direct" and finding.content and not finding.denied and not is_no_speech(one, finding):
        if is_fragment(one, finding) and not question:
            return ""
        to = addressee(one)
        verb = {"newspaper": "wrote", "document": "read"}.get(one.behind[-1].kind, "said")
        return f"{speaker} {verb}{to}{when(days)}{relayed}: {utterance(one, finding)}"
    if goes_on_behind_an_aside(one, finding):
        return ""
    if one.behind[-1].entity is None and one.behind[-1].name.lower() in _THINGS:
        return ""  # what "it" is, nobody knows: the text speaks for itself
    if cited := _clause_cited(one, finding):
        return f"{cited}, {on_word_of(one.behind, one.people)}"
    for said in (_said, _noun, set_between):
        predicate, has_days = said(one, finding, days)
        predicate = to_whom(one, _named_inside(one, finding, spelt_out(predicate)))
        if predicate:
            between = one.text[hull(finding.cue).start : hull(finding.content).start]
            untold = on_word_of([hop for hop in behind if not _is_named_in(between, hop, one)], one.people)
            leading, led_by_day = restricted(one, days)
            if points_back(leading):
                return ""
            told = f"{leading}, {speaker} {predicate}" if leading else f"{speaker} {predicate}"
            has_days = has_days or led_by_day
            told, has_days = (told, True) if has_days else with_its_day(one, told, days)
            told = dated(told, days, has_days=has_days, said=True)
            return f"{told}, {untold}" if untold else told
    around = around_the_source(one, finding, days) or judged(one, finding, days)
    if around:
        return around if around.endswith(relay) else around + relayed
    content, word = _clause_before(one, finding), on_word_of(one.behind, one.people)
    return content if content.endswith(word) else f"{content}, {word}" if content else ""


def _clause_cited(one: Told, finding: Attribution) -> str:
    """Statement by a relay's cue ("the BBC said, citing Aas, that it burned") -> the clause that was said."""
    if len(finding.content) != 1 or not finding.cue or finding.denied or one.quoted:
        return ""
    cue, content = finding.cue[0], finding.content[0]
    relayed = any(relay.end <= cue.start for relay in finding.relay)
    if not relayed or not is_cited(one, finding.source[0]) or content.start < cue.end:
        return ""
    told = _THAT.sub("", carried(one, content)[0])
    clause = Span(content.end - len(_THAT.sub("", content.of(one.text))), content.end)
    whole = not one.reading.of(Syntax) or any(c.dep_ in SUBJECTS for c in head_of(one.reading.doc, clause).children)
    told = _named_inside(one, finding, told) if whole else ""
    return "" if is_loose(told) else told


def _is_named_in(between: str, hop: Hop, one: Told) -> bool:
    """Whether the words from a cue to what is said name a hop: "[said on CNN] that …"."""
    entity = one.people.get(hop.entity or "")
    names = (hop.name, *(entity.names if entity else ()))
    return any(re.search(rf"\b{re.escape(name)}\b", between) for name in names)


def _speaking(one: Told, finding: Attribution, days: Days | None) -> tuple[str, Sequence[Hop]]:
    """Statement -> who speaks, and the hops between him and the outlet; a paper's words are "X, in an editorial,"."""
    behind, speaker = one.behind[:-1], hop_name(one.behind[-1], one.people)
    if not behind or not is_paper_of(behind[-1], one.behind[-1]):
        return speaker, behind
    if one.cue and one.cue.of(one.text).split()[-1].lower() in words("showing") and len(finding.source) == 1:
        shown, _ = carried(one, finding.source[0], days)
        return (shown, behind[:-1]) if shown and not LOOSE_START.match(shown) else (speaker, behind)
    return f"{speaker}, in {document(behind[-1])},", behind[:-1]


def _set_off(one: Told, finding: Attribution, speaker: str) -> str:
    """Speaker -> with the mark behind who is included in his words, if the text sets it: "some, including Aas, say"."""
    mark = _MARK.match(one.text, finding.source[-1].end) if not speaker.endswith(",") else None
    return speaker + mark[0].rstrip() if mark and mark[0].strip() in speaker[:-1] else speaker


def _clause_before(one: Told, finding: Attribution) -> str:
    """Attribution whose content is a sentence of its own ("…, the paper wrote") -> that content."""
    if len(finding.content) != 1 or not finding.cue or finding.denied:
        return ""
    cue, content = hull(finding.cue), finding.content[0]
    if one.quoted and content.of(one.text)[0] in "“\"‘`'":
        return ""
    before = content.end <= cue.start and content.start - one.sentence.start <= _CONJUNCTION
    if not before and cue.of(one.text).lower() != "according to" and not is_beside(one, content):
        return ""
    if one.reading.of(Syntax) and not _is_clause(tokens_in(one.reading.doc, content)):
        return ""
    told = _named_inside(one, finding, OPENING.sub("", carried(one, content)[0]))
    cut = STRANDED.search(told) and one.text[content.end : content.end + 1] != ","
    return "" if is_loose(told) or cut else told


def _is_clause(words_of: Any) -> bool:
    """Whether words hold a clause that is none of a noun's: not "an attack that killed two"."""
    held = (t for t in words_of if is_finite(t))
    return any(not any(a.dep_ in {"relcl", "acl"} for a in (t, *t.ancestors) if a in words_of) for t in held)


def _said(one: Told, finding: Attribution, days: Days | None) -> tuple[str, bool]:
    """Attribution whose verb and content follow one another -> both as they stand, with their "not" if it is denied."""
    source = _beside_its_verb(one, finding)
    if source is None or not finding.cue or not finding.content or _is_of_some(one):
        return "", False
    text, has_days = _verb_and_content(one, finding, source, days)
    text += "?" if text and one.text[hull(finding.content).end :][:1] == "?" else ""
    before = one.cue is not None and one.reading.of(Syntax) and is_negated(head_of(one.reading.doc, one.cue))
    stood = one.text[source.start : finding.content[0].start]
    lost = finding.denied and (before or _NEGATION.search(stood)) and not _NEGATION.search(text)
    lost = lost and not _NEGATION.match(source.of(one.text))
    return ("", False) if lost else (text, has_days)


def _beside_its_verb(one: Told, finding: Attribution) -> Span | None:
    """Attribution -> the words for its source, or the "who" that takes them up: "Bo Aas, the mayor, [who] said"."""
    first, *others = finding.source
    if not others:
        return first
    return others[0] if len(others) == 1 and others[0].of(one.text).lower() in RELATIVES else None


def _is_of_some(one: Told) -> bool:
    """Whether a saying only tells which of many are meant, and not all: "he met [drivers] who praised him"."""
    if one.cue is None or not one.reading.of(Syntax):
        return False
    verb = head_of(one.reading.doc, one.cue)
    many = verb.head
    several = many.tag_ in {"NNS", "NNPS"} or many.ent_type_ == "NORP"
    bare = several and not any(c.dep_ in {"det", "nummod", "poss"} for c in many.lefts)
    taken_up = verb.dep_ == "relcl" and verb.left_edge.tag_ in {"WP", "WDT"}
    return bool(taken_up and bare and verb.left_edge.nbor(-1).text != ",")


def _verb_and_content(one: Told, finding: Attribution, source: Span, days: Days | None) -> tuple[str, bool]:
    cue, content = hull(finding.cue), hull(finding.content)
    if _UNLESS.match(one.sentence.of(one.text)) and one.sentence.start < source.start:
        return "", False  # "If they come, he said he would stay": he did not say that he would stay
    between = one.text[cue.end : content.start]
    if _ENDED.match(between) and not _TURNING.fullmatch(between) and content.of(one.text)[0] not in "“\"‘`'":
        return "", False  # a cue set between commas, or before a dash: what it tells began before it
    if is_of_one_before(one) or is_beside(one, content):
        return "", False  # "workers, whom she accused of theft": what it tells of stands before it
    if content.start < cue.end or content.start - cue.end > _APART:
        return "", False
    verb = cue.of(one.text).split()[0].lower()
    told = load("summary.yaml")["participles"].get(verb)
    if told and _is_by_itself(one):
        rest, has_days = carried(one, Span(cue.start + len(verb), before_another(one, content)), days)
        return (f"{told} {rest}", has_days) if rest else ("", False)
    clause = one.clause
    if clause and clause.span.meets(finding.cue[0]) and is_subject(source, clause.subjects):
        bounded = finding.denied or _BOUNDED.search(one.text[clause.span.start : content.end])
        until = clause.span.end if bounded else content.end  # "has not named her since the debate"
        whole = Span(clause.span.start, with_its_turn(one, max(until, content.end)))
        return ("", False) if whole.covers(source) else carried(one, whole, days)  # "Not only did she say"
    active = source.end <= cue.start and not _PASSIVE.search(one.text[source.end : cue.start])
    finite = _FINITE_CUE.fullmatch(cue.of(one.text))
    if active and finite:
        return carried(one, Span(cue.start + finite.start(1), content.end), days)
    return "", False


def _is_by_itself(one: Told) -> bool:
    """Whether a participle of saying tells a deed of its own ("left, saying …", "replied by saying …").

    Others are no deed without the verb that they complete: "regretted saying", "was tricked into saying".
    """
    if one.cue is None or not one.reading.of(Syntax):
        return True
    verb = head_of(one.reading.doc, one.cue)
    return verb.dep_ not in {"xcomp", "pcomp"} or (verb.dep_ == "pcomp" and verb.head.lower_ in _MEANWHILE)


def _takes_up(one: Told, content: str, finding: Attribution) -> bool:
    """Whether what is said begins with a "that" which stands for something: "said that [was] not her view"."""
    if _BACK.match(content) or (_ANSWERED.match(content) and not asked(one)):
        return True
    first = head_of(one.reading.doc, Span(finding.content[0].start, finding.content[0].start + 1)) if content else None
    return content.startswith("that ") and bool(one.reading.of(Syntax)) and first is not None and first.dep_ == "nsubj"


def _named_inside(one: Told, finding: Attribution, predicate: str) -> str:
    """Predicate whose content begins with "it", "they" or another's "he" -> the same with the topic in brackets.

    "" where nothing tells who that is: the text is quoted then. A body's "it" and a group's "they" are itself.
    """
    content = " ".join(hull(finding.content).of(one.text).split()) if finding.content else ""
    if is_headless(one, finding) or _takes_up(one, content, finding) or _HUNGRY.search(predicate):
        return ""
    if may_be_another(one, finding):
        return ""
    topic = one.claim.slots.get("topic")
    loose = _LOOSE_CONTENT if topic is None else _POINTING
    found = loose.match(content) if not asked(one) else None  # the question names it
    if not isinstance(topic, TextSlot) and _LABELLED.match(content) and not asked(one):
        return ""
    at = predicate.find(content[:_KNOWN_BY]) if found else -1
    if not found or at < 0:
        return predicate
    speaker = one.people.get(one.behind[-1].entity or "")
    if isinstance(topic, TextSlot):
        if speaker is not None and topic.text in {speaker.name, *speaker.names}:
            return predicate
        behind = apart(predicate[at + found.end(1) :])
        hanging = behind[:1] in "'’"  # "she's experienced" is or has: a name before it would own something
        return predicate if hanging else f"{predicate[: at + found.start(1)]}[{topic.text}]{behind}"
    kind, it = one.behind[-1].kind, found[1].lower() == "it"
    own = it and _speaks_for_a_body(one, finding)
    people_ = kind == "unnamed" and it and not finding.denied and not own  # who are no "it"
    unknown = kind == "unresolved" and not (own and one.behind[-1].entity)
    alone = unknown or people_ or (speaker is not None and speaker.kind == "person")
    beside = finding.cue[0].of(one.text).lower().endswith("ing")  # "sued them, alleging they lied"
    return "" if alone or beside else predicate


def _speaks_for_a_body(one: Told, finding: Attribution) -> bool:
    """Whether the words for who speaks name a body or can mean one, the "it" of what is said: "an EU spokesperson"."""
    named = (m for m in one.reading.of(Mention) if m.form == "name" and m.kind == "organization")
    parsed = bool(one.reading.of(Syntax))
    can_be = parsed and any(is_rather_of_bodies(head_of(one.reading.doc, source).lower_) for source in finding.source)
    return can_be or any(source.covers(m.span) for m in named for source in finding.source)


def _noun(one: Told, finding: Attribution, days: Days | None) -> tuple[str, bool]:
    """Attribution by a noun ("their insistence that …") -> the noun's verb and the content."""
    if not finding.cue or not finding.content or finding.denied:
        return "", False
    cue, content = hull(finding.cue), hull(finding.content)
    noun = cue.of(one.text).lower().split()[-1]
    verb = load("summary.yaml")["nouns"].get(noun)
    text, has_days = carried(one, content, days)
    if one.cue is not None and one.reading.of(Syntax) and is_judged(head_of(one.reading.doc, one.cue)):
        return "", False
    told = text.startswith(("that ", "to ") if noun in words("doing") else "that ")
    return (f"{verb} {text}", has_days) if verb and told and content.start >= cue.end else ("", False)
