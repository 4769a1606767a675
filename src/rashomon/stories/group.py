"""Articles fall into stories: the only stage with a view over all articles."""

from collections.abc import Iterable

from rashomon.model import Article, Failure, Story
from rashomon.stories.grouping import Grouping
from rashomon.stories.told import story_of


def grouped(articles: Iterable[Article]) -> Grouping:
    """Articles -> their grouping, to which others can be added. Articles of one id are one article."""
    grouping = Grouping()
    for article in sorted({article.id: article for article in articles}.values(), key=lambda article: article.id):
        grouping.add(article)
    return grouping


def add_to(grouping: Grouping, article: Article) -> Failure | None:
    """Grouping and an article -> nothing, the article being in it now; a failure where its id is that of another."""
    if grouping.add(article) or grouping.known[article.id].article.digest == article.digest:
        return None
    return Failure(article.name, "group", f"the grouping has another text of the id {article.id!r}; give each its own")


def group(articles: Iterable[Article]) -> list[Story]:
    """Articles -> their stories, affair by affair; the order of the articles changes nothing."""
    return [story for affair in grouped(articles).affairs() for story in affair.stories]


def one_story(articles: Iterable[Article]) -> Story:
    """Articles that their user knows to be of one story -> that story."""
    grouping = grouped(articles)
    names = sorted(grouping.known)
    return story_of([grouping.known[name].article for name in names], grouping.alike(), grouping.copy_of(names))
