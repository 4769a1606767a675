"""The walk of the data: article -> reading -> claims -> stories -> record."""

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version

from rashomon.encoder.session import sums
from rashomon.errors import BrokenPromise, InputError, RashomonError
from rashomon.model import Article, DayElsewhere, Failure, MadeBy, Published, Reading, Record, Story
from rashomon.registry import STAGES, check_order, find, stages_giving
from rashomon.settings import Settings
from rashomon.sources import check_readable
from rashomon.stories.group import group, one_story
from rashomon.text.syntax import load_pipeline
from rashomon.weighing.judge.verdicts import WEIGHTS as JUDGE
from rashomon.weighing.lines.days_elsewhere import days_elsewhere, years_elsewhere
from rashomon.weighing.weigh import weigh


def read_article(article: Article, settings: Settings) -> Reading:
    """Article -> its reading, by the stages of the settings in their order; ``InputError`` where it cannot be read."""
    check_readable(article, settings)
    reading = Reading(article)
    for name in settings.stages:
        run = find(STAGES, name)
        reading = reading.adding(run.promise.gives, run(reading, settings))
    return reading


def read_all(articles: Iterable[Article | Failure], settings: Settings) -> Iterator[Reading | Failure]:
    """Articles -> their readings; an article that cannot be read becomes a ``Failure`` and stops nothing."""
    check_order(settings.stages)
    for article in articles:
        if isinstance(article, Failure):
            yield article
            continue
        try:
            yield read_article(article, settings)
        except BrokenPromise:
            raise
        except Exception as error:  # whatever one article does, the next is read
            if settings.strict:
                raise
            yield Failure(article.name, "read", str(error) if isinstance(error, RashomonError) else repr(error))


def for_dates(settings: Settings) -> Settings:
    """Settings -> the same with no more stages than it takes to date an article and its time expressions.

    Of a text no more is parsed than that takes: the stage of the parse gives way to that of the clauses.
    """
    stages = ("clauses" if name == "syntax" else name for name in stages_giving(Published, settings.stages))
    return settings.but(stages=tuple(stages))


def compare(readings: Iterable[Reading | Failure], settings: Settings) -> Iterator[Record]:
    """Readings and failures -> one record a story, stories in the order of their ids.

    The failures of the run stand in every record, since none of the stories can be known to be whole without them.
    ``InputError`` when nothing could be read.
    """
    seen = list(readings)
    read = {r.article.id: r for r in seen if isinstance(r, Reading)}
    failures = sorted((f for f in seen if isinstance(f, Failure)), key=lambda f: (f.article, f.stage, f.reason))
    if not read:
        raise nothing_read(failures)
    articles = sorted((r.article for r in read.values()), key=lambda a: a.id)
    for story in sorted(find_stories(articles, settings), key=lambda s: s.id):
        members = date_together([read[name] for name in story.articles], settings)
        yield weigh(story, members, failures, made_by(settings))


def date_together(readings: list[Reading], settings: Settings) -> list[Reading]:
    """Readings of a story -> the same, but that those without a sure day are dated by what the others tell of it.

    A day found so can date the next article: it goes on until no day changes any more. Then days without a year have
    the one that others give them; the day of publication stays what it was.
    """
    for _ in readings:
        found = days_elsewhere(readings)
        dated = [_dated_again(r, found[r.article.id], settings) if r.article.id in found else r for r in readings]
        if [r.published for r in dated] == [r.published for r in readings]:
            break
        readings = dated
    years = years_elsewhere(readings)
    return [_of_their_years(r, years[r.article.id], settings) if r.article.id in years else r for r in readings]


def _of_their_years(reading: Reading, found: tuple[DayElsewhere, ...], settings: Settings) -> Reading:
    """Reading, and days that other accounts give with their year -> the reading in which they have it."""
    again = _dated_again(reading, (*reading.of(DayElsewhere), *found), settings)
    return again if again.published == reading.published else reading


def _dated_again(reading: Reading, found: tuple[DayElsewhere, ...], settings: Settings) -> Reading:
    """Reading, and days that other accounts give -> the reading with the stages that hang on its day run again."""
    reading = reading.adding((DayElsewhere,), found)
    runs = [find(STAGES, name) for name in settings.stages]
    first = next((n for n, run in enumerate(runs) if Published in run.promise.gives), len(runs))
    for run in runs[first:]:
        reading = reading.adding(run.promise.gives, run(reading, settings))
    return reading


def nothing_read(failures: Iterable[Failure]) -> InputError:
    """Failures of a run without a single article -> the error that tells them, to be raised."""
    return InputError("; ".join(f"{f.article}: {f.reason}" for f in failures) or "no article was given")


def find_stories(articles: list[Article], settings: Settings) -> list[Story]:
    """Articles -> the stories they tell; one if the settings say so."""
    return [one_story(articles)] if settings.one_story else group(articles)


def made_by(settings: Settings) -> MadeBy:
    """Settings -> what a record says of how it was made."""
    meta = load_pipeline(settings.pipeline).meta
    given = {name: str(getattr(settings, name)) for name in settings.__struct_fields__}
    weights = {"encoder": sums()["model.onnx"][:16], "judge": sums(JUDGE)["model.onnx"][:16]}
    models = {"parser": f"{meta['lang']}_{meta['name']} {meta['version']}"} | weights
    return MadeBy(version("rashomon"), given, models)


def tee(items: Iterable[Reading | Failure], tell: Callable[[Reading | Failure], None]) -> Iterator[Reading | Failure]:
    """Readings and failures -> the same, each told to ``tell`` as it passes: how a command shows progress."""
    for item in items:
        tell(item)
        yield item
