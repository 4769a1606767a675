"""Noun phrases of news sentences that the parser takes for others -> their trees mended."""

from itertools import pairwise
from typing import Any

from rashomon.lexicon.cues import lemma_of
from rashomon.lexicon.roles import role_at
from rashomon.text.grammar import SUBJECTS

_ONESELF = frozenset({"himself", "herself", "itself", "themselves"})
_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
_LIST, _SHORTEST = 40, 3
"""Words of the longest list of names, and names of the shortest."""


def name_before_oneself(name: Any) -> None:
    """As in "[Cook] himself was late": what stands before "himself" and is a subject is a name, spelt as a verb."""
    behind = beside(name, 1)
    if name.tag_ == "VB" and name.is_title and behind.lower_ in _ONESELF and behind.head == name:
        name.tag_, name.pos_ = "NNP", "PROPN"
        behind.dep_ = "appos"


def names_in_a_row(first: Any) -> None:
    """As in "Aas, [Beck], [Vik] and [Holm] said": with only commas and one "and" between names, all of them say it."""
    names, last = [], first
    for token in first.doc[first.i + 1 : min(first.i + _LIST, first.sent.end)]:
        if token.pos_ == "PROPN":
            last = token
        elif token.text == "," or token.lower_ == "and":
            names.append(last)
        else:
            break
    behind = first.doc[last.i + 1 : last.i + 2]
    listed = [*names, last]
    link = first.doc[names[-1].i + 1] if names else first
    if len(listed) < _SHORTEST or link.lower_ != "and" or [t.pos_ in {"VERB", "AUX"} for t in behind] != [True]:
        return
    if len(set(listed)) < len(listed) or {*listed} <= {first, *first.conjuncts}:
        return
    for before, name in pairwise(listed):
        name.dep_, name.head = "conj", before
    link.head = names[-1]


def two_of_a_headline(second: Any) -> None:
    """As in "[Aas], Beck clash over ban": no comma stands behind the second name; a headline's comma is its "and".

    One may, before a verb that several need: "Aas, Beck, vow to stay".
    """
    doc = second.doc
    comma, behind = second.left_edge.i - 1, doc[second.i + 1 : second.i + 2]
    if [t.text for t in behind] == [","] and [t.tag_ for t in doc[second.i + 2 : second.i + 3]] == ["VBP"]:
        behind = doc[second.i + 2 : second.i + 3]
    run = doc[second.sent.start : max(comma, second.sent.start)]
    if not len(run) or doc[comma].text != "," or [t.pos_ in {"VERB", "AUX"} for t in behind] != [True]:
        return
    first = run.root
    named = all(t.pos_ == "PROPN" for t in run) and first.i == comma - 1 and first.ent_type_ not in {"DATE", "TIME"}
    many = behind[0].tag_ == "VBP" or (behind[0].tag_ == "VBD" and first.ent_type_ == second.ent_type_ == "PERSON")
    if not named or not many:
        return
    if second.dep_ in SUBJECTS and second not in first.ancestors:
        first.dep_, first.head = second.dep_, second.head
        second.dep_, second.head = "conj", first
    elif second.dep_ == "appos" and second.head == first and first.dep_ in SUBJECTS:
        second.dep_ = "conj"


def one_of_a_list(second: Any) -> None:
    """As in "Aas, [Beck] and Holm said": no comma stands before the verb, as one would behind an apposition."""
    behind = second.doc[second.right_edge.i + 1 : second.right_edge.i + 2]
    more = {c.dep_ for c in second.children} >= {"cc", "conj"} and second.head.dep_ in SUBJECTS
    if more and second.head.i < second.i and [t.pos_ in {"VERB", "AUX"} for t in behind] == [True]:
        second.dep_ = "conj"


def name_behind_an_office(name: Any) -> None:
    """As in "the president of Peru, [Ana Duarte], said": the name is the president's and no other name of Peru."""
    inner = name.head
    prep = inner.head
    office = prep.head
    tied = (
        name.dep_ == "appos"
        and inner.pos_ == "PROPN"
        and inner.dep_ == "pobj"
        and prep.dep_ == "prep"
        and office.tag_ == "NN"
    )
    whole = name.pos_ == "PROPN" and any(c.dep_ == "compound" for c in name.children)
    if tied and whole and _is_set_off(name) and role_at([lemma_of(office)]) is not None and not _is_listed(name):
        name.head = office


def name_of_the_one_before(name: Any) -> None:
    """As in "no talks with her counterpart [Ana Duarte] were held": the name is the counterpart's; no talks hold it."""
    verb, before = name.head, beside(name.left_edge, -1)
    first = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < name.i), None)
    told = before.tag_ == "NN" and before.dep_ == "pobj" and before != name and name.left_edge.i < name.i < verb.i
    if told and first is not None and first in before.ancestors and role_at([lemma_of(before)]) is not None:
        name.dep_, name.head = "appos", before


def name_behind_an_object(name: Any) -> None:
    """As in "The tapes caught chief of staff [Bo Aas] telling Vik": the name is the chief's, and they caught him."""
    doing, before = name.head, beside(name.left_edge, -1)
    of = before.head
    office = of.head
    held = before.dep_ == "pobj" and of.lower_ == "of" and office.dep_ == "dobj" and office.right_edge == before
    if name.dep_ != "nsubj" or doing.tag_ != "VBG" or not held or doing.head != office.head:
        return
    if role_at([lemma_of(office)]) is not None:
        name.dep_, name.head = "appos", office
        doing.dep_, doing.head = "acl", office


def two_names(first: Any) -> None:
    """As in "a spokesman for [Aas], Beck, said": Aas is no part of Beck's name."""
    name, prep = first.head, first.head.head
    between = (
        first.doc[first.i + 1 : name.left_edge.i] if name.left_edge.i > first.i else first.doc[first.i + 1 : name.i]
    )
    if name.dep_ != "pobj" or first.pos_ != "PROPN" or name.pos_ != "PROPN" or between[:1].text != ",":
        return
    if role_at([lemma_of(prep.head)]) is not None and not _is_listed(name):
        first.dep_, first.head = "pobj", prep
        name.dep_, name.head = "appos", first
        name_behind_an_office(name)


def _is_set_off(name: Any) -> bool:
    """Whether commas stand on both sides of a name, or the end behind it."""
    first = min((c.i for c in name.children if c.dep_ == "compound"), default=name.i)
    last = name.right_edge.i
    behind = name.doc[last + 1 : last + 2].text if name.doc[last].text != "," else ","
    return bool(first and name.doc[first - 1].text == "," and behind in {",", ".", ""})


def _is_listed(name: Any) -> bool:
    """Whether a name is one of several."""
    return any(c.dep_ in {"cc", "conj"} for c in (*name.children, *name.head.children))


def second_in_command(second: Any) -> None:
    """As in "Aas, the FBI [second]-in-command who hid himself": what is in command has hidden, and not the FBI."""
    name, behind = beside(second, -1), second.doc[second.i + 1 : second.i + 5].text.lower()
    held = second.head == name or (second.head == name.head and second.dep_ == "npadvmod")
    if behind != "-in-command" or name.pos_ != "PROPN" or not held or name == second:
        return
    second.tag_, second.pos_, second.dep_ = "NN", "NOUN", "dobj" if name.dep_ == "dative" else name.dep_
    second.head = name.head if name.head != name else second
    for child in [c for c in name.children if c.dep_ != "compound" and c != second]:
        child.head = second
    name.dep_, name.head = "compound", second


def noun_with_an_article(word: Any) -> None:
    """As in "declined a ministry [offer] to help": what has an article is a noun, whatever stands between."""
    owner = next((c for c in word.children if c.dep_ in SUBJECTS), None)
    if owner is None or not any(c.dep_ == "det" and c.i < owner.i for c in word.children):
        return
    word.tag_, word.pos_, word.dep_, owner.dep_ = "NN", "NOUN", "dobj", "nmod"
    for child in word.children:
        child.dep_ = "acl" if child.dep_ == "xcomp" else child.dep_


def name_before_a_noun(name: Any) -> None:
    """As in "[Oslo] mill owner says it burned", "asked the [Oslo] crowd": a name that describes the subject or object.

    Of two subjects or objects in a row, with no article or comma between, the first only tells more of the second.
    """
    named = name.pos_ == "PROPN" or name.ent_type_
    if name.i + 1 == len(name.doc) or not named or any(c.i > name.i for c in name.children):
        return
    behind = name.nbor(1)
    noun = next((t for t in (behind, *behind.ancestors) if t.left_edge.i == name.i + 1 and t.head == name.head), None)
    if noun is None or noun.pos_ != "NOUN" or any(t.pos_ == "DET" for t in noun.lefts):
        return
    second = noun.dep_ == name.dep_ if name.dep_ in SUBJECTS else noun.dep_ == "ccomp" and name.dep_ == "dobj"
    if second:
        noun.dep_ = name.dep_
        for child in list(name.children):
            child.head = noun
        name.dep_, name.head = "compound", noun


def beside(token: Any, step: int) -> Any:
    """Token and a direction -> the next one that is no quotation mark; itself at the end."""
    at = token.i + step
    while 0 <= at < len(token.doc) and token.doc[at].text == '"':
        at += step
    return token.doc[at] if 0 <= at < len(token.doc) else token


def abbreviation_at_the_end(word: Any) -> None:
    """As in "a bank in Dover, [Del.] It fled the [U.S.]": whose full stop ends a sentence too is no mark."""
    if not word.text.endswith(".") or not word.text[0].isalpha() or word.i + 1 < word.sent.end or word.is_sent_start:
        return
    before = word.nbor(-1)
    place = word.nbor(-2) if before.text == "," and before.i > word.sent.start else before
    article = before if before.dep_ == "det" or before.lower_ == "the" else None
    governor = place.nbor(-1) if article is not None and not article.is_sent_start else place
    lacks = not any(c.i > governor.i and c.dep_ in {"pobj", "dobj"} and c != article for c in governor.children)
    if word.is_ancestor(governor):
        return  # what stands before it hangs on it: a ring would undo all that is mended
    if place.pos_ == "PROPN" and article is None:
        word.dep_, word.head = "appos", place
    elif governor.pos_ in {"ADP", "VERB"} and lacks:
        word.dep_, word.head = "pobj" if governor.pos_ == "ADP" else "dobj", governor
        if article is not None:
            article.dep_, article.head = "det", word
    else:
        return
    word.pos_, word.tag_ = "PROPN", "NNP"


def surname_before_an_office(first: Any) -> None:
    """As in "[Trump] senior adviser Bo Aas said it": no verb stands before a subject without a comma."""
    if first.dep_ not in {"advcl", "dep"} or first.tag_ not in {"VB", "NNP"}:
        return
    name = next((c for c in first.head.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
    if name is None or name.left_edge.i != first.i + 1 or list(first.children) or name.i < first.i + 3:
        return
    office = first.nbor(1).head
    first.pos_, first.tag_, first.dep_ = "PROPN", "NNP", "compound"
    first.head = office if office.dep_ == "compound" and office.head == name else name


def day_of_what_is_near(day: Any) -> None:
    """As in "With the vote weeks away, [May 3], Aas left": the third is the day of the vote, between two commas."""
    verb = day.head
    if day.dep_ != "npadvmod" or day.ent_type_ != "DATE" or beside(day.left_edge, -1).text != ",":
        return
    opening = next((c for c in verb.lefts if c.dep_ == "prep"), None)
    if opening is None or opening.lower_ != "with" or not opening.i < day.i < verb.i:
        return
    behind = next((c for c in opening.children if c.dep_ == "pobj"), None)
    between = day.doc[opening.i : day.left_edge.i - 1]
    if behind is not None and beside(day.right_edge, 1).text == "," and not any(t.text == "," for t in between):
        day.dep_, day.head = "appos", behind


def day_before_a_name(day: Any) -> None:
    """As in "On [Monday] Peru shelled Arica": the day is no part of the name, its preposition has nothing else."""
    if day.dep_ not in {"compound", "nmod"} or day.lower_ not in _DAYS:
        return
    before = day.left_edge
    if before.i == day.sent.start:
        return
    opening = before.nbor(-1)
    bare = (
        opening.dep_ == "prep" and opening.lower_ in {"on", "in"} and not any(c.i > opening.i for c in opening.children)
    )
    if bare and day.head.dep_ in SUBJECTS and opening.head == day.head.head:
        day.dep_, day.head = "pobj", opening
