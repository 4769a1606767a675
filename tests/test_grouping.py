"""Affairs and their happenings, copies, and articles that are added to a grouping."""

import datetime as dt
import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import StoreError
from rashomon.model import Article
from rashomon.stories.copies import is_copy, runs
from rashomon.stories.group import add_to, group, grouped
from rashomon.stories.grouping import ALIKE, Grouping
from rashomon.stories.kept import grouping_lines, grouping_of
from rashomon.stories.leads import anchors, who
from rashomon.stories.told import headline
from tests.test_cli import run

FIRE = """Halvorsen cannery in Tromvik loses its roof to a fire
Firefighters from Tromvik were called to the cannery of Halvorsen at dawn. Flames came out of the roof.
---
Blaze at Halvorsen cannery
The cannery burned in Tromvik on Monday, said fire chief Marit Aune. It took three engines to put the flames out.
---
Fire guts cannery in Tromvik
Marit Aune, chief of the firefighters, said the blaze at Halvorsen began in a store. Forty people work there."""
OTHER = """Cannery burns in Almerita
A cannery went up in flames at noon, and firefighters from all of Almerita fought the fire at Pescadora for hours.
---
Pescadora cannery blaze put out
The fire chief, Diego Luna, blamed a stove for the blaze in which the cannery in Almerita lost its roof.
---
Three engines fight fire at Pescadora
The flames at the cannery of Pescadora could be seen from the port of Almerita; nobody was hurt, Diego Luna said."""
HURT = "Nobody was hurt in the fire at the cannery; firefighters fought the blaze in its roof for hours."
DAM = "Dam\nThe Marzan dam cracked, and engineers evacuated Sorkhab in the Karun valley below its reservoir."


def fires(texts: str, days: list[dt.date | None], made: str) -> list[Article]:
    return [
        Article(f"{made}{n}", text, published=day)
        for n, (text, day) in enumerate(zip(texts.split("\n---\n"), days, strict=True))
    ]


def parts(articles: list[Article]) -> list[tuple[str, ...]]:
    return sorted(story.articles for story in group(articles))


def test_two_happenings_of_like_kind_are_two_stories():
    articles = fires(FIRE, [None] * 3, "a") + fires(OTHER, [None] * 3, "b")
    assert parts(articles) == [("a0", "a1", "a2"), ("b0", "b1", "b2")]


def days(month: int) -> list[dt.date | None]:
    return [dt.date(2020, month, day) for day in (3, 4, 5)]


@pytest.mark.parametrize(("later", "affairs"), [(days(3), 1), (days(11), 2)])
def test_happenings_that_are_alike_are_one_affair_within_weeks(later, affairs):
    found = grouped(fires(FIRE, days(3), "a") + fires(OTHER, later, "b")).affairs()
    assert len(found) == affairs
    assert sum(len(affair.stories) for affair in found) == 2
    assert found[0].earliest == dt.date(2020, 3, 3)


def test_reports_weeks_apart_must_be_more_alike():
    one = (
        "Shares fall in Oslo\nThe index lost two per cent after Nordbank cut its forecast for salmon exporters. "
        "Traders spoke of a rout among fish farms, shipyards and hotels."
    )
    two = (
        "Brokers fear winter\nOil at forty dollars weighs on the krone, dealers said, and pension funds sold "
        "bonds. Drilling contractors may dismiss thousands before spring; a harbour in Bergen shut its gates, "
        "a smelter in Mosj put out two furnaces, and the union of welders called for talks with Nordbank in Oslo."
    )
    now, soon, later = dt.date(2020, 3, 3), dt.date(2020, 3, 5), dt.date(2020, 9, 3)
    alike = grouped([Article("a", one), Article("b", two)]).alike()["a"]["b"]
    assert 0.7 * alike < ALIKE <= alike, "choose texts that are a little less alike"
    assert len(group([Article("a", one, published=now), Article("b", two, published=soon)])) == 1
    assert len(group([Article("a", one, published=now), Article("b", two, published=later)])) == 2


def test_look_alikes_of_two_years_are_two_stories():
    one, two = FIRE.split("---")[:2]
    now, soon, next_year = dt.date(2020, 3, 3), dt.date(2020, 4, 3), dt.date(2021, 6, 3)
    alike = grouped([Article("a", one), Article("b", two)]).alike()["a"]["b"]
    assert 0.2 * alike < ALIKE <= 0.7 * alike, "choose texts that are more alike, but no copies"
    assert len(group([Article("a", one, published=now), Article("b", two, published=soon)])) == 1
    assert len(group([Article("a", one, published=now), Article("b", two, published=next_year)])) == 2


def test_copies_stand_by_the_first_of_them_and_go_with_it():
    text = FIRE.replace("---", "")
    first = Article("z", text, published=dt.date(2020, 3, 3))
    reprint = Article("a", f"By our desk\n{text}\nVia the Valley Post", published=dt.date(2020, 3, 4))
    excerpt = Article("m", text[: len(text) // 2])
    other = Article("b", "Fire in Tromvik\nHalvorsen lost a cannery to the flames, chief Marit Aune told a radio.")
    [story] = group([reprint, excerpt, first, other])
    assert [(copy.article, copy.of) for copy in story.copies] == [("a", "z"), ("m", "z")]


COPIES = [
    ("one two three four five six seven eight", "one two three four five six seven eight", True),
    ("one two three four five six seven eight", "one two three four five six seven nine", False),  # too short to tell
    (HURT, f"Reuters. {HURT} More follows, it was said in the morning by those who had been there.", True),
    (HURT, HURT.replace("hurt", "killed").replace("hours", "days"), True),
    (HURT, "Firefighters fought a blaze for hours in the roof of the cannery; nobody, it seems, was hurt.", False),
]


@pytest.mark.parametrize(("one", "two", "copies"), COPIES)
def test_a_copy_shares_half_of_the_shorter_texts_runs_of_words(one, two, copies):
    assert is_copy(runs(one), runs(two)) is is_copy(runs(two), runs(one)) is copies


def _words(seed: str) -> list[str]:
    made = random.Random(seed)  # noqa: S311 - no secret
    return ["".join(made.choice("bdfgklmnprstvz") + made.choice("aeiou") for _ in range(4)) for _ in range(30)]


def synthetic(number: int, seed: int = 0) -> list[Article]:
    """Number -> as many articles, five to a story, eight stories to a subject, each with words of its own."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    made = []
    for n in range(number):
        names, subject = _words(f"{seed} story {n // 5}"), _words(f"{seed} subject {n // 40}")
        said = [rng.choice(names).title() for _ in range(40)] + [rng.choice(subject) for _ in range(12)]
        rng.shuffle(said)
        made.append(Article(f"n{n:05}", f"{' '.join(said[:8])}\nThe {' '.join(said[8:])} said."))
    return made


def test_few_pairs_are_compared_and_every_story_is_found():
    articles = synthetic(400)
    grouping = grouped(articles)
    found = [story.articles for affair in grouping.affairs() for story in affair.stories]
    assert sorted(found) == [tuple(f"n{n:05}" for n in range(k, k + 5)) for k in range(0, 400, 5)]
    assert grouping.compared < 400 * 40  # all pairs would be 79,800


def test_what_is_added_is_compared_with_few_and_old_articles_are_not_compared_again():
    articles = synthetic(410)
    kept = grouped(articles[:400])
    kept.affairs()
    again = grouping_of((line.encode() for line in grouping_lines(kept)), "kept")
    for article in articles[400:]:
        again.add(article)
    assert again.compared < 10 * 40
    assert again.affairs() == grouped(articles).affairs()


POOL = [
    *fires(FIRE, days(3), "a"),
    *fires(OTHER, [None, *days(4)[1:]], "b"),
    *synthetic(6, seed=1),
    Article("c", f"{FIRE} It was the second fire of the year."),
]


@settings(max_examples=40)
@given(st.permutations(POOL), st.integers(0, len(POOL)))
def test_grouping_some_and_adding_the_others_equals_grouping_all_at_once(articles, first):
    added = grouped(articles[:first])
    added.affairs()
    if first:
        added = grouping_of((line.encode() for line in grouping_lines(added)), "kept")
    for article in articles[first:]:
        added.add(article)
    assert added.affairs() == grouped(POOL).affairs()


def test_an_id_that_is_there_with_another_text_is_told():
    grouping = grouped([Article("a", HURT)])
    assert add_to(grouping, Article("a", HURT)) is None
    failure = add_to(grouping, Article("a", FIRE))
    assert failure is not None
    assert "another text of the id 'a'" in failure.reason


def lines() -> list[bytes]:
    grouping = grouped(POOL)
    grouping.affairs()
    return [line.encode() for line in grouping_lines(grouping)]


WRONG = [
    ([], "is no grouping"),
    ([b'{"id": "a", "story": "s"}'], "is no grouping"),
    ([b"\x00\x01"], "is no grouping"),
    ([b'{"format": "rashomon-grouping/0", "articles": 1}'], "is of the format 'rashomon-grouping/0'"),
    (lines()[:4], "tells of 13 articles and has 3"),
    ([lines()[0], b"{}", *lines()[2:]], "is damaged"),
    ([lines()[0].replace(b"13", b"12"), *lines()[2:14]], "no article"),
]


@pytest.mark.parametrize(("given_lines", "why"), WRONG)
def test_a_file_that_is_no_whole_grouping_is_refused(given_lines, why):
    with pytest.raises(StoreError, match=why):
        grouping_of(given_lines, "desk.grouping")


def test_an_empty_grouping_comes_back():
    assert grouping_of((line.encode() for line in grouping_lines(Grouping())), "kept").affairs() == []


LEADS = [
    ("MONDAY, MAY 23, 2005\nThe Marzan dam cracked on Tuesday", {"23", "marzan"}),
    ("Updated: 8 May 2013 9:15 PM EDT\n", {"15"}),
]


@pytest.mark.parametrize(("text", "named"), LEADS)
def test_a_lead_is_anchored_by_names_and_figures_and_not_by_the_days_of_its_page(text, named):
    assert anchors(text) == named


def test_a_title_is_no_line_that_only_dates_the_page():
    assert headline(Article("a", "MONDAY, MAY 23, 2005\n8/2/13 at 1:30 PM\nDam cracks\nMore")) == "Dam cracks"
    assert headline(Article("a", "May 2013")) == "May 2013"


def test_who_a_story_is_about_is_named_as_it_is_written():
    said = "Dam\nDr Leila Daran spoke in New Zealand. Officials of the Marzan Valley Bureau heard Leila Daran."
    assert who([said, said]) == ("Marzan Valley Bureau", "Leila Daran", "New Zealand")


@pytest.fixture
def folder(tmp_path):
    for article in fires(FIRE, [None] * 3, "a"):
        (tmp_path / "texts").mkdir(exist_ok=True)
        (tmp_path / "texts" / f"{article.id}.txt").write_text(article.text, "utf-8")
    return tmp_path


def test_group_shows_stories_with_their_copies(folder, capsys):
    text = (folder / "texts" / "a0.txt").read_text("utf-8")
    (folder / "texts" / "copy.txt").write_text(f"{text}\nVia the Valley Post", "utf-8")
    (folder / "texts" / "dam.txt").write_text(DAM, "utf-8")
    assert run("group", folder / "texts") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("5 articles, 2 stories, 1 copy\n")
    assert "    copy: a0.txt" in shown  # of two undated ones the longer stands for both
    assert shown.index("Told by one article") < shown.index("dam.txt")


def test_group_adds_to_a_grouping(folder, capsys):
    kept, tree = folder / "desk.grouping", folder / "stories.json"
    assert run("group", folder / "texts", "--grouping", kept, "--json", tree) == 0
    extra = folder / "extra.txt"
    extra.write_text("Halvorsen to mend cannery in Tromvik\nThe fire took its roof, Marit Aune said.", "utf-8")
    assert run("group", extra, "--grouping", kept, "--json", tree) == 0
    assert "1 added to 3 of" in capsys.readouterr().err
    [affair] = json.loads(tree.read_text("utf-8"))["affairs"]
    assert len(affair["stories"][0]["articles"]) == 4


def test_group_refuses_a_file_that_is_no_grouping_and_leaves_it(folder, capsys):
    wrong = folder / "stories.jsonl"
    wrong.write_text('{"id": "a", "story": "s"}\n', "utf-8")
    assert run("group", folder / "texts", "--grouping", wrong) == 2
    assert "is no grouping" in capsys.readouterr().err
    assert wrong.read_text("utf-8") == '{"id": "a", "story": "s"}\n'
