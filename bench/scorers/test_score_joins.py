"""The scorer of joins, on a judged line of three claims."""

from score_joins import score

GOLD = [{"claims": [["a", [[0, 40]]], ["b", [[10, 50]]], ["c", [[5, 25], [30, 40]]]], "groups": [[0, 1]]}]


def _record(*lines, likely=()):
    def claim(article, *spans):
        return {"id": article, "article": article, "evidence": [{"start": start, "end": end} for start, end in spans]}

    return [{"lines": [{"claims": [claim(*place) for place in line], "likely": list(likely)} for line in lines]}]


def _figures(*lines):
    found = score(GOLD, _record(*lines))
    return found["right joins"], found["kept"], found["joined pairs"], found["judged pairs"]


def test_a_line_as_it_was_judged_has_its_wrong_pairs_too():
    assert _figures([("a", (0, 40)), ("b", (10, 50)), ("c", (5, 25), (30, 40))]) == (1 / 3, 1.0, 3, 3)


def test_a_claim_that_left_the_line_takes_its_wrong_pairs_along():
    assert _figures([("a", (0, 40)), ("b", (10, 50))], [("c", (5, 25))]) == (1.0, 1.0, 1, 3)


def test_what_is_right_and_stands_in_two_lines_is_not_kept():
    assert _figures([("a", (0, 40))], [("b", (10, 50))]) == (0.0, 0.0, 0, 3)


def test_a_claim_is_known_again_by_half_of_the_shorter_evidence():
    assert _figures([("a", (20, 60)), ("b", (40, 44))]) == (1.0, 1.0, 1, 3)
    assert _figures([("a", (30, 60)), ("b", (10, 50))]) == (0.0, 0.0, 0, 3)


def test_what_is_only_likely_in_a_line_is_joined_and_not_sure():
    line = [("a", (0, 40)), ("b", (10, 50)), ("c", (5, 25))]
    found = score(GOLD, _record(line, likely=["c"]))
    assert (found["right joins"], found["right sure"]) == (1 / 3, 1.0)
    found = score(GOLD, _record(line, likely=["b"]))
    assert (found["kept"], found["right sure"], found["sure"]) == (1.0, 0.0, 0.0)


def test_claims_of_one_article_are_no_pair():
    gold = [{"claims": [["a", [[0, 9]]], ["a", [[10, 19]]]], "groups": [[0, 1]]}]
    assert score(gold, _record([("a", (0, 9)), ("a", (10, 19))]))["judged pairs"] == 0
