"""Articles on one happening -> its story: the day, the title, the names, which are copies of which."""

from collections.abc import Mapping, Sequence
from math import fsum

from rashomon.model import Article, Copy, Story, hashed
from rashomon.stories.leads import is_stamp, who
from rashomon.stories.linkage import Alike
from rashomon.stories.terms import WORD, folded, is_common

_TITLE = 140
_HEAD = 5  # lines that may stand above a title


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
    """Article -> its title, or its first line that says more than a day, cut at a word where it is long."""
    lines = [line for given in (article.title or article.text).splitlines() if (line := given.strip())]
    first = next((line for line in lines[:_HEAD] if _tells(line)), lines[0] if lines else "")
    return first if len(first) <= _TITLE else first[:_TITLE].rsplit(" ", 1)[0] + " …"


def _tells(line: str) -> bool:
    """Whether a line has telling words other than those of a day and an hour."""
    words = (folded(match[0]) for match in WORD.finditer(line) if not match[0][0].isdigit())
    return any(not is_common(word) and not is_stamp(word) for word in words)
