"""What each figure of dating counts, and a round trip through files."""
import gzip
import json

import pytest
import score_dates
from score_dates import score


def gold(day, **known):
    return {"id": "a", "day": day, **known}


def told(earliest=None, latest=None, id="a"):
    return {"id": id, "published": {"earliest": earliest, "latest": latest or earliest, "basis": []} if earliest else None}


def one(row, reading):
    return score([row], [reading])


def test_an_interval_that_holds_the_day():
    m = one(gold("2018-08-09"), told("2018-08-08", "2018-08-10"))
    assert m == {"articles": 1, "dated": 1.0, "sound": 1.0, "wrong": 0, "wrong by a year": 0, "right to half a year": 1.0,
                 "week or narrower": 1.0, "median days": 3.0}
    assert one(gold("2018-08-08"), told("2018-08-08"))["median days"] == 1.0
    for edge in ("2018-08-08", "2018-08-10"):
        assert one(gold(edge), told("2018-08-08", "2018-08-10"))["sound"] == 1.0


@pytest.mark.parametrize("key", ["day", "dct", "date"])
def test_the_day_under_any_of_its_names(key):
    assert one({"id": "a", key: "1998-02-13T14:26:00"}, told("1998-02-13"))["sound"] == 1.0


def test_nothing_dated_is_nothing_wrong():
    for reading in (told(), {"id": "a"}, {"id": "a", "failure": {"stage": "dates", "reason": "x"}}):
        m = one(gold("2018-08-09"), reading)
        assert (m["dated"], m["sound"], m["wrong"], m["week or narrower"], m["median days"]) == (0.0, 1.0, 0, 0.0, 0.0)
    assert score([gold("2018-08-09")], [])["dated"] == 0.0


@pytest.mark.parametrize(("earliest", "wrong", "far"), [
    ("2018-08-09", 0, 0), ("2018-08-10", 1, 0), ("2018-08-08", 1, 0), ("2019-02-05", 1, 0), ("2019-02-06", 1, 1), ("2017-08-09", 1, 1),
])
def test_wrong_and_wrong_by_a_year(earliest, wrong, far):
    m = one(gold("2018-08-09"), told(earliest))
    assert (m["wrong"], m["wrong by a year"], m["sound"], m["right to half a year"]) == (wrong, far, 1.0 - wrong, 1.0 - far)


def test_a_week_has_seven_days():
    assert one(gold("2018-08-09"), told("2018-08-05", "2018-08-11"))["week or narrower"] == 1.0
    assert one(gold("2018-08-09"), told("2018-08-05", "2018-08-12"))["week or narrower"] == 0.0


@pytest.mark.parametrize(("earliest", "latest", "narrow"), [
    ("2018-08-08", "2018-08-10", 1.0), ("2018-08-09", "2018-08-10", 1.0), ("2018-08-07", "2018-08-10", 0.0),
    ("2018-08-08", "2018-08-11", 0.0), ("2018-08-10", "2018-08-10", 0.0), (None, None, 0.0),
])
def test_as_narrow_as_can_be_proved_and_no_narrower_than_the_truth(earliest, latest, narrow):
    row = gold("2018-08-09", earliest="2018-08-08", latest="2018-08-10")
    m = one(row, told(earliest, latest))
    assert (m["as narrow as can be proved"], m["cannot tell"]) == (narrow, 1.0)


def test_of_what_nobody_can_tell_nothing_is_told():
    row = gold("2018-08-09", earliest=None, latest=None)
    assert one(row, told())["cannot tell"] == 1.0
    assert one(row, told("2018-08-09"))["cannot tell"] == 0.0
    assert "cannot tell" not in one(gold("2018-08-09"), told())


def test_what_needs_another_account_is_not_asked_of_one_alone():
    row = gold("2018-08-09", earliest="2018-08-08", latest="2018-08-10", earliest_alone=None, latest_alone=None)
    assert one(row, told())["cannot tell"] == 1.0
    wider = {**row, "earliest_alone": "2018-08-01", "latest_alone": "2018-08-31"}
    assert one(wider, told("2018-08-02", "2018-08-30"))["as narrow as can be proved"] == 1.0


def test_shares_over_several_articles():
    rows = [{"id": i, "day": "2018-08-09"} for i in "abcd"]
    m = score(rows, [told("2018-08-09", id="a"), told("2018-08-01", "2018-08-31", "b"), told("2017-08-09", id="c")])
    assert (m["dated"], m["sound"], m["wrong"], m["median days"]) == (0.75, 2 / 3, 1, 1.0)
    assert m["week or narrower"] == m["right to half a year"] == m["sound"]


def test_what_cannot_be_scored_is_refused(tmp_path):
    with pytest.raises(SystemExit, match="gold lacks"):
        score([gold("2018-08-09")], [told(id="b")])
    with pytest.raises(SystemExit, match="ends before it begins"):
        one(gold("2018-08-09"), told("2018-08-10", "2018-08-09"))
    twice = tmp_path / "twice.jsonl"
    twice.write_text(2 * (json.dumps(told()) + "\n"))
    with pytest.raises(SystemExit, match="twice"):
        score_dates.read(twice)


def test_errors_name_what_is_off():
    of = {"earliest": "2018-08-08", "latest": "2018-08-10"}
    rows = [{"id": i, "day": "2018-08-09", **of} for i in "abcd"] + [{"id": "e", "day": "2018-08-09", "earliest": None, "latest": None}]
    found = []
    score(rows, [told("2018-08-08", "2018-08-10", "a"), told("2018-08-11", id="b"), told("2018-08-01", "2018-08-31", "c"),
                 told(id="d"), told("2018-08-09", id="e")], found)
    assert [(e["id"], e["kind"]) for e in found] == [("b", "wrong"), ("c", "wide"), ("d", "untold"), ("e", "overtold")]


def test_files(tmp_path, capsys):
    g, p = tmp_path / "g.jsonl.gz", tmp_path / "p.jsonl"
    g.write_bytes(gzip.compress((json.dumps({**gold("2018-08-09", earliest=None, latest=None), "text": "x\u2028y"}, ensure_ascii=False) + "\n").encode()))
    p.write_text(json.dumps(told("2018-08-20")) + "\n")
    score_dates.main([str(g), str(p), "--json"])
    assert json.loads(capsys.readouterr().out)["wrong"] == 1
    score_dates.main([str(g), str(p), "--errors", "-1"])
    shown = capsys.readouterr()
    assert "week or narrower" in shown.out
    assert json.loads(shown.err)["told"] == ["2018-08-20", "2018-08-20"]
