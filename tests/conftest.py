"""What every test file leans on."""

import datetime as dt
import importlib
from pathlib import Path

import hypothesis
import pytest

import rashomon
from rashomon.model import Article, Line, Reading, make_article
from rashomon.registry import STAGES, find
from rashomon.settings import Settings

hypothesis.settings.register_profile("untimed", deadline=None)  # a loaded machine breaks no property
hypothesis.settings.load_profile("untimed")

TEHRAN = Path(__file__).parent.parent / "examples" / "tehran"
BENCH = Path(__file__).parent.parent / "bench"


def reading_of(text: str, upto: str = "claims", **known: object) -> Reading:
    """Text (and Article fields) -> its reading by all stages up to and with the named one."""
    return read_upto(make_article(text, **known), upto)


def read_upto(article: Article, upto: str = "claims") -> Reading:
    """Article -> its reading by all stages up to and with the named one, whatever its language."""
    settings = Settings()
    reading = Reading(article)
    for name in settings.stages:
        run = find(STAGES, name)
        reading = reading.adding(run.promise.gives, run(reading, settings))
        if name == upto:
            break
    return reading


@pytest.fixture(scope="session")
def tehran() -> list[Article]:
    """The two articles of the demo."""
    return [make_article(p.read_text("utf-8"), path=p.name) for p in sorted(TEHRAN.glob("*.txt"))]


@pytest.fixture
def bench(monkeypatch):
    """-> a function from the name of a module in bench/ to the module."""
    monkeypatch.syspath_prepend(str(BENCH))
    return importlib.import_module


def shared_lines(*texts: str, published: dt.date = dt.date(2024, 5, 20)) -> list[Line]:
    """Accounts of one story, by their texts -> the lines of its record that several have."""
    articles = [make_article(text, id=str(n), published=published) for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return [line for line in record.lines if len(line.told_in) > 1]
