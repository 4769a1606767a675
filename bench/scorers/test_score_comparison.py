"""The scorer of comparison tables, on two small stories."""

import pytest
from score_comparison import rows, score

DOCUMENTS = {"A": "a", "B": "b"}


def _fact(name, verdict, a, b, contradicted=""):
    cells = {
        outlet: {"stance": "contradicted" if outlet == contradicted else "reported", "evidence": [_span(place)]}
        if place
        else {"stance": "silent"}
        for outlet, place in (("A", a), ("B", b))
    }
    return {"id": name, "kind": "event", "verdict": verdict, "statement": name, "outlets": cells}


def _span(place):
    return {"start": place, "end": place + 10}


def _line(standing, a, b, conflict=False):
    claims = [{"article": name, "evidence": [_span(at)]} for name, at in (("a", a), ("b", b)) if at]
    values = [{"article": name, "value": name} for name, at in (("a", a), ("b", b)) if at]
    parted = [{"slot": "when", "conflict": True, "values": values}] if conflict else []
    return {"kind": "event", "summary": "", "standing": standing, "claims": claims, "differences": parted}


def _story(facts, lines):
    articles = [{"id": name} for name in DOCUMENTS.values()]
    return {"documents": DOCUMENTS, "facts": facts}, {"articles": articles, "lines": lines}


ONE = _story(
    [_fact("won", "agree", 10, 10), _fact("left", "differ", 30, 30, "B"), _fact("paid", "differ", 50, 50, "B")],
    [_line("agree", 10, 10), _line("differ", 30, 30, conflict=True), _line("single", 50, 0)],
)
TWO = _story([_fact("met", "single", 10, 0)], [_line("differ", 10, 90, conflict=True)])


def test_the_facts_of_several_stories_are_pooled():
    found = score([ONE, TWO])
    assert found["recall"] == 1.0
    assert found["conflicts found"] == 0.5
    assert found["verdict accuracy"] == 0.5
    assert found["false conflicts"] == pytest.approx(1 / 3)  # of three lines told by two


def test_a_conflict_that_no_fact_has_is_false():
    assert score([ONE])["false conflicts"] == 0.0
    assert score([TWO])["false conflicts"] == 1.0


def test_one_object_over_several_lines_is_one_row():
    assert rows('{\n "a": 1\n}') == [{"a": 1}]
    assert rows('{"a": 1}\n{"a": 2}\n') == [{"a": 1}, {"a": 2}]
