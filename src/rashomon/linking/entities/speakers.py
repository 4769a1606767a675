"""Who speaks -> whom "I" in his words and "he" in "he said" refer to."""

from collections.abc import Callable
from typing import Any

from rashomon.lexicon.cues import lemma_of, verb_cues, words
from rashomon.lexicon.files import load
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.model import Attribution, Mention, Span
from rashomon.text.grammar import SUBJECTS, subjects

_SPEAKING = frozenset({"i", "me", "my", "mine", "myself"})
_SPEAKING_FOR = frozenset({"we", "us", "our", "ours", "ourselves"})
_PRIVATE = frozenset({"", "BUS", "NGO"})
_OF_FIRMS = frozenset({"spokesman", "spokeswoman", "spokesperson", "chief executive", "ceo", "chairman", "chairwoman"})
_AT_THE_SIDE = frozenset({"relcl", "acl", "advcl"})
_ABOUT = frozenset({"nsubj", "nsubjpass", "attr"})
_NEAR = 2
"""Sentences of the author's over which somebody who speaks can go on as "he"."""
_FAR = 4
"""The same where he only adds something."""
_ASKING = frozenset({"ask", "inquire", "enquire", "question", "press", "quiz"})
_ANSWERING = frozenset({"answer", "reply", "respond"})
_ANSWERS = frozenset({"yes", "no", "yeah", "nope", "i did", "i did not", "i don't know", "correct", "never"})
_MARKS = "“”\"‘’' "
_LATEST = 8
"""Mentions of somebody that can lie within so many sentences."""


def link_speakers(cast: Cast) -> None:
    """Cast after all else is linked -> nothing; every "I" in quoted words has the one who is quoted.

    "We" is the body that is quoted, or the one body in whose office the quoted person speaks.
    """
    quoted = [a for a in cast.statements if a.kind != "indirect" and len(a.source) == 1]
    spoken = sorted(((content, a.source[0]) for a in quoted for content in a.content), key=lambda pair: len(pair[0]))
    for mention in cast.reading.of(Mention):
        word = mention.span.of(cast.text).lower()
        if mention.form != "pronoun" or word not in _SPEAKING | _SPEAKING_FOR or not cast.is_quoted(mention.span):
            continue
        source = next((s for content, s in spoken if content.covers(mention.span)), None)
        draft = cast.draft_at(cast.tokens(source).root) if source is not None else None
        if draft is not None and word in _SPEAKING_FOR:
            draft = _spoken_for(cast, draft)
        elif draft is not None and (draft.kind not in {"person", "unnamed"} or draft.plural):
            draft = None
        if draft is not None:
            cast.give(mention, draft)


def _spoken_for(cast: Cast, speaker: Draft) -> Draft | None:
    """Speaker -> the body that says "we" through him: itself if it is one, else the one whose office he holds.

    A ministry that says "we" may mean its state or its people: that stays open.
    """
    if speaker.kind == "organization":
        return speaker if speaker.sector in _PRIVATE else None
    bodies = {role.partition(" of ")[2].removeprefix("the ") for role in speaker.roles if " of " in role}
    if not bodies and speaker.named and _OF_FIRMS & speaker.offices.keys():
        return _only_body(cast, speaker)
    found = [d for d in cast.drafts if d.kind == "organization" and d.sector in _PRIVATE and d.name in bodies]
    return found[0] if len(found) == 1 and len(bodies) == 1 and not speaker.plural else None


def _only_body(cast: Cast, speaker: Draft) -> Draft | None:
    """Speaker in an office that every firm has -> the one body that the text has named before him, if it is a firm."""
    first = min(speaker.mentions)
    before = [d for d in cast.drafts if d.kind == "organization" and (d.named or d.sector) and min(d.mentions) < first]
    own = [d for d in before if any(not seen.modifier for seen in d.seen if cast.doc[seen.token].idx < first.start)]
    return own[0] if len(own) == 1 and own[0].named and own[0].sector in _PRIVATE else None


def goes_on_speaking(cast: Cast, mention: Mention, fits: Callable[[Draft], bool]) -> Draft | None:
    """Cast, a pronoun and who it can be -> whoever spoke last, if it is the pronoun that speaks now.

    Whom he speaks of does not count; but if the author has meanwhile told of another, nothing is sure.
    """
    said = cast.statements
    now = cast.statement_of.get(mention.span, 0)
    if not now or not _speaks_now(cast.head(mention)) or _is_led_by_another(cast, mention, fits):
        return None
    if (question := _only_asks(cast, said[now - 1])) is not None:
        told = [cast.draft_at(t) for t in subjects(question.head)]
        next_to_it = cast.last_unquoted(cast.sentence(mention.span.start)) == cast.sentence(question.idx)
        return told[0] if next_to_it and len(told) == 1 and told[0] is not None and fits(told[0]) else None
    before = _last_told(cast, said[:now]) or said[now - 1]
    if before.addressee is not None and _is_answered(cast, before, said[now]):
        asked = _named_in(cast, before.addressee)
        return asked if asked is not None and fits(asked) else None
    speaker = _named_in(cast, before.source[0])
    between = Span(before.source[0].end, mention.span.start)
    spoken = (*before.content, *said[now].content)
    own = [at for at in cast.sentences_in(between) if not any(c.start <= at < c.end for c in spoken)]
    adds = lemma_of(cast.head(mention).head) in load("chains.yaml")["adding"]
    near = _FAR if adds else _NEAR
    if not adds and _is_told_besides(cast, before):
        return None
    if speaker is None or len(own) > near or not fits(speaker) or cast.is_of_another_piece(speaker, mention.span):
        return None
    others = [d for d in cast.recent(mention, near) if d is not speaker and fits(d)]
    if adds:
        others = [d for d in others if _has_spoken(cast, d, said[:now])]
    return None if any(_is_told_of(cast, other, between, spoken) for other in others) else speaker


def _is_answered(cast: Cast, before: Attribution, now: Attribution) -> bool:
    """Whether what is said answers what was asked just before: "Bo asked Jan if it sank. “No,” [he] said."."""
    asks, answers = (lemma_of(cast.tokens(a.cue[-1]).root) if a.cue else "" for a in (before, now))
    if asks not in _ASKING and not any(c.of(cast.text).rstrip(_MARKS).endswith("?") for c in before.content):
        return False
    apart = len(cast.sentences_in(Span(before.source[0].end, now.source[0].start))) if now.source else _FAR
    short = bool(now.content) and now.content[0].of(cast.text).strip(_MARKS + ".,").lower() in _ANSWERS
    return apart <= _NEAR and (short or answers in _ANSWERING)


def _has_spoken(cast: Cast, draft: Draft, said: list[Attribution]) -> bool:
    """Whether somebody has said anything yet, to which he can add."""
    acting = [lemma_of(cast.doc[s.token].head) for s in draft.seen if s.subject]
    known = [verb_cues()[verb].frames.values() for verb in acting if verb in verb_cues()]
    return any("speech" in acts for acts in known) or any(_named_in(cast, s.source[0]) is draft for s in said)


def _last_told(cast: Cast, said: list[Attribution]) -> Attribution | None:
    """Statements -> the last but those that another's verb is about: not "Bo mocked [Liv's claim] to know the town"."""
    return next((s for s in reversed(said) if not _is_another_object(cast.tokens(s.source[0]).root)), None)


def _only_asks(cast: Cast, said: Attribution) -> Any:
    """Statement -> its verb, if it is the question on which a sentence tells what another did; else None.

    As in "Aas hesitated when Bo [asked] him", where it is Aas who then "said".
    """
    verb = cast.tokens(said.cue[-1]).root if said.cue else None
    return verb if verb is not None and verb.dep_ == "advcl" and lemma_of(verb) in _ASKING else None


def _is_told_besides(cast: Cast, said: Attribution) -> bool:
    """Whether a statement only tells more of whom a sentence is not about: "Bo met his rivals, who [say] he is old"."""
    verb = cast.tokens(said.cue[-1]).root if said.cue else None
    if verb is None or verb.dep_ != "relcl" or not any(t.tag_ == "WP" for t in subjects(verb)):
        return False
    told = verb.head
    while told.dep_ in {"conj", "appos"}:
        told = told.head
    leading = [cast.draft_at(t) for t in subjects(verb.sent.root)]
    return told.dep_ not in SUBJECTS | {"attr", "ROOT"} and any(d is not None and d.kind == "person" for d in leading)


def _is_another_object(owner: Any) -> bool:
    return bool(owner.dep_ == "poss" and owner.head.dep_ in {"dobj", "pobj"})


def _is_led_by_another(cast: Cast, mention: Mention, fits: Callable[[Draft], bool]) -> bool:
    """Whether a clause in front names somebody else whom the pronoun can be: "After [Liv] was shot, she cried"."""
    pronoun = cast.head(mention)
    ahead = [c for c in pronoun.head.lefts if c.dep_ == "advcl"] if pronoun.dep_ in SUBJECTS else []
    drafts = (cast.draft_at(t) for clause in ahead for t in subjects(clause) if t.pos_ == "PROPN" and t.i < pronoun.i)
    return any(draft is not None and fits(draft) for draft in drafts)


def _named_in(cast: Cast, source: Span) -> Draft | None:
    """Words for a source -> the draft of their head, or of the name that stands with it ("the ambassador Jan Aas")."""
    root = cast.tokens(source).root
    found = cast.draft_at(root)
    beside = (name for name in cast.names_within(source) if _is_beside(cast.head(name), root))
    names = (cast.of_mention.get(name) for name in beside)
    return found or next((draft for draft in names if draft is not None and draft.kind == "person"), None)


def _is_beside(name: Any, noun: Any) -> bool:
    """Whether a name in a noun's phrase stands with it, and not below a preposition: not "some of [Aas]'s aides"."""
    while name not in {noun, name.head}:
        if name.dep_ in {"pobj", "poss"}:
            return False
        name = name.head
    return True


def _is_told_of(cast: Cast, other: Draft, between: Span, spoken: tuple[Span, ...]) -> bool:
    """Whether a sentence of the author's own in a stretch, what is said left out, is about somebody.

    He is its subject, or who that is ("one possibility is Aas"), or whose the subject is ("Aas's campaign"), or whose
    words are spoken of ("heard Aas's statement").
    """
    tokens = (cast.doc[seen.token] for seen in other.seen[-_LATEST:])
    tokens = (t.head if t.dep_ in {"conj", "poss", "appos"} else t for t in tokens)
    spoken_of = words("documents") | words("occasions")
    about = (t for t in tokens if (t.dep_ in _ABOUT and is_main(t)) or lemma_of(t) in spoken_of)
    return any(
        between.start <= t.idx < between.end and not any(c.start <= t.idx < c.end for c in spoken) for t in about
    )


def _speaks_now(pronoun: Any) -> bool:
    """Whether a pronoun acts in its clause, or what is his does: not "Liv attacked [his] plan", which Liv tells of."""
    told = pronoun.head if pronoun.dep_ == "poss" else pronoun
    return is_main(pronoun) and (pronoun.dep_ != "poss" or told.dep_ in SUBJECTS)


def is_main(subject: Any) -> bool:
    """Whether a subject stands in no clause that only tells more of another word."""
    return not any(token.dep_ in _AT_THE_SIDE for token in subject.ancestors)


def is_only_spoken_of(cast: Cast, draft: Draft, mention: Mention) -> bool:
    """Whether somebody is known from the words alone that a pronoun says: "we thank the wider community," [it] said."""
    now = cast.statement_of.get(mention.span)
    said = () if now is None else cast.statements[now].content
    return bool(said) and all(any(c.covers(place) for c in said) for place in draft.mentions)


def is_named_within(cast: Cast, draft: Draft, mention: Mention) -> bool:
    """Whether a sentence names somebody only within what its "it" says, by the way: "trains to Peru run, [it] said"."""
    now, here = cast.statement_of.get(mention.span), cast.sentence(mention.span.start)
    said = () if now is None else cast.statements[now].content
    places = [cast.doc[s.token] for s in draft.seen if s.sentence == here and not s.subject]
    whole = len(places) == sum(s.sentence == here for s in draft.seen)
    return bool(said and places) and whole and all(any(c.start <= t.idx < c.end for c in said) for t in places)


def is_told_nearer(cast: Cast, mention: Mention, barred: Draft, found: Draft) -> bool:
    """Whether the sentence before is about one who grammar says is not meant, and the one found is further off."""
    before = cast.sentence(mention.span.start) - 1
    last = barred.seen[-1].sentence == before > found.seen[-1].sentence
    return last and any(s.subject and s.sentence == before for s in barred.seen)


def only_says(cast: Cast, draft: Draft) -> bool:
    """Whether somebody without a name is brought in once, only to say something: "[A nurse] said she never woke"."""
    if draft.named or draft.kind != "unnamed" or len(draft.seen) != 1:
        return False
    noun = cast.doc[draft.seen[0].token]
    says = noun.dep_ == "nsubj" and noun.head.lemma_ == "say"
    return bool(says and any(t.dep_ == "det" and t.lower_ in {"a", "an"} for t in noun.lefts))
