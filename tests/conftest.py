"""What every test file leans on."""

from pathlib import Path

import pytest

from rashomon.model import Article, Reading, make_article
from rashomon.registry import STAGES, find
from rashomon.settings import Settings

TEHRAN = Path(__file__).parent.parent / "examples" / "tehran"


def reading_of(text: str, upto: str = "claims", **known: object) -> Reading:
    """Text (and Article fields) -> its reading by all stages up to and with the named one."""
    settings = Settings()
    reading = Reading(make_article(text, **known))
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
