"""Saved pages as outlets make them: the story whole and clean, typed as the page sets it, and nothing invented."""

import datetime as dt
from pathlib import Path

import pytest

from rashomon.model import Article, Failure
from rashomon.sources import load

PAGES = Path(__file__).parent / "pages"
FURNITURE = (
    "cookie", "Accept", "Sign up", "inbox", "Read more", "Grain prices", "script", "Injected", "no news", "©",
    "Subscribe", "Share", "Tweet", "Sport", "Weather", "riverman", "Search", "Terms",
)  # fmt: skip

WITH_EVERYTHING = (
    "title paragraph credit caption paragraph paragraph heading paragraph quote paragraph list list paragraph paragraph"
)


def page(name: str) -> Article:
    (loaded,) = load([PAGES / f"{name}.html"])
    assert isinstance(loaded, Article), loaded
    return loaded


def made(tmp_path: Path, body: str, head: str = "") -> Article | Failure:
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html><html><head><title>Ferry</title>{head}</head><body>{body}</body></html>", "utf-8")
    (loaded,) = load([path])
    return loaded


@pytest.mark.parametrize(
    ("name", "outlet", "url", "day"),
    [
        (
            "json_ld",
            "The Coastal Courier",
            "https://www.coastalcourier.example/world/2019/mar/05/port-of-halden-reopens",
            "2019-03-05",
        ),
        ("og_only", "Upland Daily", "https://uplanddaily.example/news/water-treaty", "2020-10-14"),
        ("amp", "Island Times", "https://islandtimes.example/2021/06/02/quake-shakes-lorn", "2021-06-02"),
        ("live", "Evening Herald", "https://eveningherald.example/live/summit", "2018-05-17"),
        ("wire", "Valley Post", "https://www.valleypost.example/business/bank-raises-rate", "2022-02-03"),
        ("paywall", "The Ledger", None, None),
        ("tables", None, None, None),
        ("malformed", None, None, None),
    ],
)
def test_a_page_tells_its_outlet_address_and_day_or_they_stay_unknown(name, outlet, url, day):
    article = page(name)
    assert (article.outlet, article.url) == (outlet, url)
    assert article.published == (dt.date.fromisoformat(day) if day else None)
    assert day is None or article.published_basis == "stated by the page"


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("json_ld", WITH_EVERYTHING),
        ("og_only", "title paragraph paragraph heading paragraph paragraph"),
        ("amp", "title paragraph paragraph paragraph"),
        ("tables", "title paragraph paragraph paragraph paragraph"),
        ("live", "title heading paragraph heading paragraph heading paragraph"),
        ("wire", "title credit paragraph paragraph paragraph paragraph paragraph"),
        ("paywall", "title paragraph"),
        ("malformed", "title paragraph paragraph paragraph paragraph"),
    ],
)  # fmt: skip
def test_a_page_s_story_is_whole_typed_and_clean(name, kinds):
    article = page(name)
    assert [block.kind for block in article.blocks] == kinds.split()
    assert not [word for word in FURNITURE if word in article.text]
    assert all(block.span.of(article.text).strip() == block.span.of(article.text) for block in article.blocks)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("json_ld", "“We have a promise in writing, and we shall hold the minister to it,” said Pia Lund, who leads"),
        ("malformed", "The bridge was closed in March after cracks were found."),
        ("tables", "the Greens, left an hour later."),
        ("malformed", "the town clerk said, & nobody has yet"),
    ],
)
def test_words_are_neither_glued_nor_torn_over_tags(name, words):
    assert words in page(name).text


def test_a_page_without_a_story_is_a_failure():
    (failure,) = load([PAGES / "no_article.html"])
    assert isinstance(failure, Failure)
    assert "no main text" in failure.reason


def test_a_long_page_is_read_to_its_end(tmp_path):
    parts = [
        f"<h2>Part {n}</h2><p>In the year {n} the council of the town counted {n} ships in the harbour.</p>"
        for n in range(1500, 1900)
    ]
    article = made(tmp_path, f"<article>{''.join(parts)}</article>")
    assert isinstance(article, Article)
    assert [b.kind for b in article.blocks].count("heading") == 400
    assert all(f"counted {n} ships" in article.text for n in range(1500, 1900))


def test_the_host_is_the_outlet_only_where_the_page_gives_its_address(tmp_path):
    story = "<article><p>The ferry to Kell sank on Monday, and all 40 passengers were saved by fishermen.</p></article>"
    canonical = '<link rel="canonical" href="https://www.kellpost.example/ferry">'
    assert made(tmp_path, story, canonical).outlet == "kellpost.example"
    assert made(tmp_path, story).outlet is None


SANK = "The ferry to Kell sank on Monday, and all 40 passengers were saved by fishermen."
SAID = "The harbour master said on Tuesday that it had been inspected only a week before it sank."


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (
            f"<div><div class='section ad-free'><p>{SANK}</p></div><div class='section'><p>{SAID}</p></div></div>",
            [("paragraph", SANK), ("paragraph", SAID)],
        ),
        (
            (
                f"<p>{SANK}</p><table><tr><th>Year</th><th>Ferries</th></tr><tr><td>2001</td><td>14</td></tr></table>"
                f"<p>{SAID}</p>"
            ),
            [("paragraph", SANK), ("list", "Year Ferries"), ("list", "2001 14"), ("paragraph", SAID)],
        ),
        (
            f"<div>{SANK}<br><br>{SAID}<br>It was old.</div>",
            [("paragraph", SANK), ("paragraph", f"{SAID} It was old.")],
        ),
        (
            (
                f"<p>{SANK}</p><blockquote>We saw it go down.<cite>Ann Ray</cite></blockquote><p>{SAID}</p>"
                "<ol><li>The <em>ferry</em> was old.</li><li>No</li></ol>"
            ),
            [
                ("paragraph", SANK),
                ("quote", "We saw it go down. Ann Ray"),
                ("paragraph", SAID),
                ("list", "The ferry was old."),
                ("list", "No"),
            ],
        ),
        (
            f"<article><p>{SANK}</p><p>{SAID}</p></article><div>"
            + "<p><a href='/'>Other news that is long enough for a sentence.</a></p>" * 4
            + "</div>",
            [("paragraph", SANK), ("paragraph", SAID)],
        ),
    ],
)
def test_a_page_s_blocks_are_those_it_sets(tmp_path, body, blocks):
    article = made(tmp_path, f"<main>{body}</main>")
    assert isinstance(article, Article)
    assert [(b.kind, b.span.of(article.text)) for b in article.blocks[1:]] == blocks


def test_deeply_nested_elements_are_read(tmp_path):
    story = "<p>The ferry to Kell sank on Monday, and all 40 passengers were saved by fishermen.</p>"
    loaded = made(tmp_path, "<div><span>" * 50 + story + "</span></div>" * 50)
    assert isinstance(loaded, Article)
    assert "all 40 passengers" in loaded.text


def test_a_page_that_fails_says_it_once_and_in_our_words(tmp_path, capfd):
    assert isinstance(made(tmp_path, "<nav><a href='/'>Home</a></nav>"), Failure)
    assert capfd.readouterr() == ("", "")
