"""Whether a clause states that something was said, thought or meant, and by somebody who can."""

import re
from typing import Any

from rashomon.lexicon.cues import CueVerb, acts, lemma_of, verb_cues, words
from rashomon.lexicon.frames import classes
from rashomon.model import Mention, Reading
from rashomon.readers.attributions.draft import Draft
from rashomon.readers.attributions.sayers import RELATIVES, Sayer, finds_out, is_abstract, is_done, is_nobody
from rashomon.readers.parties import object_of
from rashomon.readers.undone import disposal, full_lemma, undone
from rashomon.readers.vouching import by_what_governs, perhaps
from rashomon.text.grammar import SUBJECTS, auxiliaries, head_of, is_negated

PREPOSITIONAL = frozenset({"for", "against", "of", "on", "about", "to-np", "at"})
"""Frames whose content stands behind a preposition."""

_WEAK = PREPOSITIONAL | {"np", "as", "to", "ing", "object-of", "object-for", "object-over", "object-about", "for-to"}
_SHARES = frozenset({"percent", "%", "per", "cent"})
_ANY = frozenset({"others", "those", "anyone", "anybody", "everyone"})
"""Who they are only the clause behind them tells: "like [others] defending the law"."""
_AUTHORS = frozenset({"i", "we", "you"})
"""Who speaks without quotation marks: the author, and nobody he reports."""
_PERSONS = frozenset({"chief", "head", "aide", "ally", "boss"})
"""Nouns for people whose ends do not tell so."""
_FAULTED = frozenset({"as", "for", "over"})
"""Prepositions behind which stands what somebody is attacked for with words."""
_MEASURED = frozenset({"ADJ", "ADV", "NOUN"})
_COMMENTING = frozenset({"refer", "allude", "underscore", "underline", "echo"})
_MEETING = frozenset({"respond", "react", "reply", "answer"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "punct"})
_HEARD = frozenset({"show", "tell", "warn", "urge", "ask"})
_RECORD = re.compile(r"\(\d{1,3}-\d{1,3}\b")
"""The fights won and lost of a boxer, whom another beats and not blames: "blasted Vik (45-7-2)"."""
_OPEN = frozenset({"if", "unless", "whether", "until", "lest"})


class Speakers:
    """Who in a reading can be the source of a draft; make one per reading and ask it often."""

    def __init__(self, reading: Reading) -> None:
        self._actors = {
            m.head.start for m in reading.of(Mention) if m.form == "pronoun" or m.kind not in {None, "place"}
        }
        self._ends = tuple(words("people_ends"))

    def fit(self, draft: Draft) -> bool:
        """Whether the draft's source can speak; weak frames have too many other readings ("the walls support it")."""
        if draft.frame not in _WEAK:
            return True
        head = draft.head
        if head is not None and (head.lower_ in _SHARES or head.pos_ == "NUM"):
            return draft.frame == "as"
        if head is None or head.pos_ in {"PROPN", "PRON"} or head.idx in self._actors or draft.act == "document":
            return head is not None
        return bool(head.lower_.endswith(self._ends))


def states(draft: Draft, known: CueVerb | None, speakers: Speakers) -> bool:
    """Draft, what the lexicon knows of its cue and who can speak -> whether its clause states it (``Attribution``)."""
    if known is None or (draft.content and not draft.frame):
        return False
    if draft.head is None or is_nobody(draft.head) or not any(c.isalpha() for c in draft.head.text):
        return False
    if unsaid(draft.verb) or explains(draft.verb) or disposal(draft.verb) or says_nothing(draft.verb):
        return False
    if draft.head.lower_ in _AUTHORS | RELATIVES:
        return False
    if draft.head.dep_ == "nsubjpass" and draft.head.head == draft.verb and lemma_of(draft.verb) in words("raising"):
        return False
    if (draft.verb.tag_ == "VB" and not is_done(draft.verb)) or is_abstract(draft.head) or is_an_act(draft):
        return False
    finds = draft.frame not in known.documents or finds_out(Sayer(draft.head, ()))
    return finds and speakers.fit(draft)


def says_nothing(verb: Any) -> bool:
    """Whether a clause of a cue and its speaker does not tell that he said anything in it."""
    if tells_only_who_speaks(verb) or tells_what_sort(verb):
        return True
    return finds_himself(verb) or _calls_itself(verb) or _is_a_name(verb) or is_left_open(verb) or is_compared(verb)


def tells_what_sort(verb: Any) -> bool:
    """Whether a relative clause only tells what sort of body or person is meant: "Aas, of a group that opposes dams".

    Who is brought in with "a" takes a stand there that no news is; what he says in it, he says.
    """
    if verb.dep_ != "relcl" or verb.tag_ not in {"VBZ", "VBP"} or auxiliaries(verb):
        return False
    at_something = any(c.dep_ == "dobj" for c in verb.rights) and not any(c.dep_ in _CLAUSES for c in verb.rights)
    return at_something and verb.head.tag_ == "NN" and _is_anybody(verb.head)


def unsaid(verb: Any) -> bool:
    """Whether the clause leaves open that anything was said: a modal not negated, a condition, a thought of it."""
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and lemma_of(verb.head) in classes()["postponing"]:
        return True  # "is considering saying"
    if _is_asked(verb) or _is_whenever(verb) or _is_heard(verb):
        return True
    helpers = {*auxiliaries(verb), *(c.lower_ for c in verb.children if c.dep_ == "aux")}
    if helpers & words("unsaid") and not is_negated(verb) and not _says_no_more(verb, helpers):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by":
        return unsaid(verb.head.head)  # "could answer by accusing her"
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in {"VERB", "AUX"}:
        first = first.head
    if perhaps(first) is not None or perhaps(verb) is not None:
        return True
    return undone(verb) == "hypothetical" or any(c.dep_ == "mark" and c.lower_ in _OPEN for c in verb.children)


def is_left_open(verb: Any) -> bool:
    """Whether words above a clause leave open that anything was said: "it is doubtful that he said", "no sign that".

    So for what somebody unknown says of whom one only may meet: "could be met by [lawmakers urging him to go]".
    """
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG":
        above = verb.head
        return unsaid(above) or (above.tag_ == "VB" and not is_done(above))  # "has to keep saying"
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return _is_anybody(verb.head) and _may_be(verb.head)
    fills = verb.dep_ != "relcl" or any(c.dep_ == "mark" for c in verb.lefts)  # "the rumour [that] he wants to go"
    return fills and by_what_governs(verb) is not None


def _is_anybody(noun: Any) -> bool:
    """Whether a noun brings in somebody unknown: no name, and no determiner but "a" or "some"."""
    told = {c.lower_ for c in noun.children if c.dep_ in {"det", "poss"}}
    return (noun.pos_ == "NOUN" or noun.tag_ == "NNPS") and told <= {"a", "an", "some"}


def _may_be(noun: Any) -> bool:
    """Whether the clause in which a noun stands may or will come true: "[would] face a crowd"."""
    above = noun.head
    while above.pos_ not in {"VERB", "AUX"} and above.head != above:
        above = above.head
    return bool(set(auxiliaries(above)) & words("unsaid")) and not is_negated(above)


def is_compared(verb: Any) -> bool:
    """Whether a clause is only what another is measured by: "not as bad as [critics believe]", "than [he said]"."""
    marks = {c.lower_ for c in verb.lefts if c.dep_ in {"mark", "prep", "advmod"}}
    before = verb.nbor(-1) if verb.i else verb  # "paid less than the books [showed]"
    if (
        before.dep_ == "pobj"
        and before.head.lower_ == "than"
        and not any(c.i > verb.i and not c.is_punct for c in verb.children)
    ):
        return True
    alike = any(c.lower_ in {"as", "so"} and c.i < verb.head.i for c in verb.head.lefts)
    compared = "than" in marks or ("as" in marks and alike and verb.head.pos_ in _MEASURED)
    return compared and verb.dep_ != "ROOT" and not any(c.dep_ == "ccomp" for c in verb.rights)


def _is_asked(verb: Any) -> bool:
    """Whether the author asks whether it was said: "Has Aas promised to go?", "Why was Aas convinced that it fell?"."""
    words_of = [t for t in verb.sent if not t.is_punct and not t.is_space and t.dep_ != "cc"]
    if verb.sent[-1].text != "?" or not words_of or verb.sent[-1].head not in {verb, *verb.ancestors}:
        return False
    return words_of[0].tag_ in {"WRB", "WP", "WDT", "WP$", "MD"} or words_of[0].dep_ in {"aux", "auxpass"}


def _says_no_more(verb: Any, helpers: set[str]) -> bool:
    """Whether a "would" tells that no more was said than what follows: "would say only that it was late"."""
    first = next((c for c in verb.rights if not c.is_punct), None)
    only = first is not None and "only" in {first.lower_, first.left_edge.lower_}
    return bool("would" in helpers and only and verb.nbor(1).lower_ == "only")


def _is_whenever(verb: Any) -> bool:
    """Whether a clause tells of what holds at any time: "is common when thieves know", not "stood when he said"."""
    when = any(c.lower_ in {"when", "whenever"} and c.i < verb.i for c in verb.lefts)
    return bool(when and verb.dep_ == "advcl" and {verb.tag_, verb.head.tag_} <= {"VBZ", "VBP"})


def _is_heard(verb: Any) -> bool:
    """Whether a headline's subject is told or shown, and says nothing: "Jury shown video", "Court told Aas fled"."""
    body = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if body is None or lemma_of(verb) not in _HEARD or verb.tag_ not in {"VBN", "VBD"} or verb.sent[-1].text == ".":
        return False
    hears = {body.lower_, body.lower_.removesuffix("s")} & words("hearing_bodies")
    return bool(hears) and body.i == verb.sent.start and body.i + 1 == verb.i


def explains(verb: Any) -> bool:
    """Whether the author only tells what a saying was about or met: "he wrote, referring [or responding] to it"."""
    meets = lemma_of(verb) in _MEETING and any(c.lower_ == "to" and c.dep_ == "prep" for c in verb.rights)
    return _is_beside_a_saying(verb) and (meets or lemma_of(verb) in _COMMENTING)


def _is_beside_a_saying(verb: Any) -> bool:
    return bool(verb.tag_ == "VBG" and verb.dep_ == "advcl" and lemma_of(verb.head) in verb_cues())


def tells_only_who_speaks(verb: Any) -> bool:
    """Whether a participle tells for whom or of what somebody speaks who says more: "speaking for Oslo, he said".

    Or only who is meant: "like others defending the law", "others who oppose it".
    """
    if verb.dep_ in {"acl", "relcl"} and verb.head.lower_ in _ANY:
        return True
    if _is_question_to_an_answer(verb):
        return True
    of_the_sayer = verb.tag_ == "VBG" and verb.dep_ == "acl" and lemma_of(verb.head.head) in verb_cues()
    return (of_the_sayer or _is_beside_a_saying(verb)) and lemma_of(verb) in {"speak", "talk"}


def _is_question_to_an_answer(verb: Any) -> bool:
    """Whether a participle tells what an answer is to: "asked by guards if it was late, Beck said", "Beck, asked …"."""
    if verb.tag_ != "VBN" or lemma_of(verb) != "ask" or verb.dep_ not in {"advcl", "acl"}:
        return False
    if verb.dep_ == "advcl":
        return lemma_of(verb.head) in verb_cues()
    aside = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    return aside and verb.head.dep_ in SUBJECTS and lemma_of(verb.head.head) in verb_cues()


def is_an_act(draft: Draft) -> bool:
    """Whether a verb of speech does something to its object: "recalled its envoy", "dismissed him as minister"."""
    if draft.verb.pos_ != "VERB" or not draft.content:
        return False
    wanted = acts().get(full_lemma(draft.verb), frozenset())
    thing = object_of(draft.verb)
    if draft.frame == "np" and _RECORD.search(draft.content[0].of(draft.verb.doc.text)):
        return True
    if thing is None or not wanted:
        return _is_a_blow(draft)
    called = (p for c in draft.verb.children if c.lower_ == "as" for p in c.children)
    if any(c.dep_ == "det" for p in called for c in p.children):
        return False  # "dismissed him as a liar"
    person = (
        thing.ent_type_ == "PERSON" or thing.lower_.endswith(tuple(words("people_ends"))) or thing.lower_ in _PERSONS
    )
    return "any" in wanted or thing.lemma_.lower() in wanted or ("person" in wanted and person)


def finds_himself(verb: Any) -> bool:
    """Whether somebody only comes to do or be something: "found herself defending him", "finds itself in debt"."""
    return lemma_of(verb) in {"find", "catch"} and any(_is_himself(c) for c in (*verb.rights, *_within(verb)))


def _calls_itself(verb: Any) -> bool:
    """Whether a participle only gives the name that its noun goes by: "a body [calling itself] the Council"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBG" and any(_is_himself(c) for c in (*verb.rights, *_within(verb)))


def _is_a_name(verb: Any) -> bool:
    """Whether a participle only gives a name that its noun goes by: "the town, [also called] Aker, was spared"."""
    named = verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "conj"} and lemma_of(verb) in words("naming")
    return named and not any(c.dep_ in {"agent", "aux", "auxpass", "prep"} for c in verb.children)


def _within(verb: Any) -> list[Any]:
    return [s for c in verb.rights if c.dep_ in {"ccomp", "xcomp"} for s in c.lefts]


def _is_himself(noun: Any) -> bool:
    return bool(noun.lower_.endswith(("self", "selves")) and noun.tag_ == "PRP")


def _is_a_blow(draft: Draft) -> bool:
    """Whether a state or armed men attack with more than words: "Chad was attacked by Mali", no "plan"."""
    if lemma_of(draft.verb) not in words("blows") or not draft.content:
        return False
    struck, strikes = head_of(draft.verb.doc, draft.content[0]), draft.head
    armed = strikes.ent_type_ == "GPE" or strikes.lemma_.lower() in classes()["armed"] | classes()["force"]
    named = any(c.dep_ == "prep" and c.lower_ in _FAULTED for t in (draft.verb, struck) for c in t.children)
    return bool(armed and not named and struck.lemma_.lower() not in classes()["abstract"])


def is_aside(verb: Any) -> bool:
    """Whether the clause only tells how somebody calls or sees a thing: "as Oslo calls it"."""
    return any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} and c.i < verb.i for c in verb.children)
