"""Articles on one happening -> its story: the day, the title, the names, which are copies of which."""

from collections.abc import Mapping, Sequence
from math import fsum

from rashomon.model import Article, Copy, Story, hashed
from rashomon.stories.leads import who
from rashomon.stories.linkage import Alike

_TITLE = 140


def story_of(articles: Sequence[Article], alike: Alike, copy_of: Mapping[str, str]) -> Story:
    """Articles by id, how alike they are to which others, and whose copies some are -> their story.

    It is called by the title of the article that is most like the others.
    """
    days = [article.published for article in articles if article.published]
    own = {article.id for article in articles}
    closeness = {one: fsum(score for two, score in alike.get(one, {}).items() if two in own) for one in own}
    middle = min(articles, key=lambda article: (-closeness[article.id], article.id))
    return Story(
        id=hashed(*(article.id for article in articles)),
        title=headline(middle),
        articles=tuple(article.id for article in articles),
        earliest=min(days, default=None),
        latest=max(days, default=None),
        who=who([article.text for article in articles if article.id not in copy_of]),
        copies=tuple(Copy(article.id, copy_of[article.id]) for article in articles if article.id in copy_of),
    )


def headline(article: Article) -> str:
    """Article -> its title, or its first line with words, cut at a word where it is long."""
    lines = (line.strip() for line in (article.title or article.text).splitlines())
    first = next((line for line in lines if line), "")
    return first if len(first) <= _TITLE else first[:_TITLE].rsplit(" ", 1)[0] + " …"
