"""The scorer of quotations, on two small documents."""

from score_quotations import quoted, recur, score

ONE = 'He said: "We shall open the new harbour on Friday." Then: "Nobody asked us."\n"The fish are ours, all of them."'
TWO = 'The mayor spoke of "the new harbour on Friday," and of "a plan of the harbour board for boats".'
DOCUMENTS = [{"id": "a", "text": ONE, "subtopic": "s"}, {"id": "b", "text": TWO, "subtopic": "s"}]
HARBOUR, FISH = quoted("a", ONE)
CUT, PLAN = quoted("b", TWO)
NOTHING = {"apart": [], "one": []}


def _record(*groups):
    def claim(place):
        return {"article": place[0], "evidence": [{"start": place[1], "end": place[2]}]}

    return [{"lines": [{"kind": "statement", "claims": [claim(place) for place in group]} for group in groups]}]


def test_quotations_are_five_words_or_more_of_one_paragraph():
    assert [ONE[s:e] for _, s, e in quoted("a", ONE)] == [
        "We shall open the new harbour on Friday.",
        "The fish are ours, all of them.",
    ]


def test_what_recurs_is_the_same_a_part_or_near():
    assert recur("the new Harbour — on Friday", "We shall open the new harbour on Friday.")
    assert recur("we will open it on Friday at noon", "We shall open it on Friday at noon!")
    assert not recur("We shall open the new harbour on Friday", "A new harbour will be open by then")


def test_a_pair_in_one_line_is_joined():
    found = score(DOCUMENTS, _record([HARBOUR, CUT], [FISH]), NOTHING)
    assert (found["recurring"], found["joined"], found["false joins"]) == (1, 1.0, 0)


def test_a_pair_in_two_lines_is_not():
    found = score(DOCUMENTS, _record([HARBOUR], [CUT]), NOTHING)
    assert (found["joined"], found["not joined"]) == (0.0, [(HARBOUR, CUT)])


def test_what_does_not_recur_is_joined_falsely_unless_a_person_judged_it_one():
    record = _record([FISH, PLAN])
    assert score(DOCUMENTS, record, NOTHING)["joined falsely"] == [(FISH, PLAN)]
    judged = {"apart": [], "one": [[*FISH, *PLAN]]}
    found = score(DOCUMENTS, record, judged)
    assert (found["recurring"], found["false joins"]) == (2, 0)


def test_a_pair_that_recurs_and_was_judged_apart_is_joined_falsely():
    judged = {"apart": [[*CUT, *HARBOUR]], "one": []}
    found = score(DOCUMENTS, _record([HARBOUR, CUT]), judged)
    assert (found["recurring"], found["true joins"], found["joined falsely"]) == (0, 0.0, [(HARBOUR, CUT)])


def test_a_join_over_a_third_quotation_is_true_only_where_each_recurs_with_one():
    found = score(DOCUMENTS, _record([HARBOUR, CUT, FISH]), NOTHING)
    assert (found["joined"], found["false joins"]) == (1.0, 1)
