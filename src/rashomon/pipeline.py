"""The walk of the data: article -> reading -> claims -> stories -> record."""

from collections.abc import Iterable, Iterator

from rashomon.errors import InputError, RashomonError
from rashomon.model import Article, Failure, Reading
from rashomon.registry import STAGES, check_order, find
from rashomon.settings import Settings


def read_article(article: Article, settings: Settings) -> Reading:
    """Article -> its reading, by the stages of the settings in their order."""
    if not article.text.strip():
        raise InputError("the text is empty")
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
        except Exception as error:  # whatever one article does, the next is read
            if settings.strict:
                raise
            why = str(error) if isinstance(error, RashomonError) else repr(error)
            yield Failure(article.id, "read", why)
