"""Affairs and their stories -> what a person reads in the terminal, and lines and a tree for programs."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from rashomon.model import Affair, Article, Story
from rashomon.renderers.terminal import WIDEST, put
from rashomon.renderers.words import counted, file_name, one_line
from rashomon.stories.told import headline
from rashomon.weighing.compared.sentences import days_in_words

FORMAT = "rashomon-stories/1"
_ENCODER = msgspec.json.Encoder(enc_hook=str)


def story_lines(affairs: Sequence[Affair]) -> Iterator[str]:
    """Affairs -> one JSON line an article, by article id: its story, its affair, and whose copy it is, if one's."""
    rows = {
        article: {"id": article, "story": story.id, "affair": affair.id}
        for affair in affairs
        for story in affair.stories
        for article in story.articles
    }
    for affair in affairs:
        for story in affair.stories:
            for copy in story.copies:
                rows[copy.article]["copy_of"] = copy.of
    for _, row in sorted(rows.items()):
        yield _ENCODER.encode(row).decode()


def story_tree(affairs: Sequence[Affair], articles: Mapping[str, Article]) -> str:
    """Affairs and the articles by id -> one JSON document: affairs, their stories, their articles."""
    tree = {"format": FORMAT, "affairs": [_affair(affair, articles) for affair in affairs]}
    return _ENCODER.encode(tree).decode()


def _affair(affair: Affair, articles: Mapping[str, Article]) -> dict[str, Any]:
    stories = [_story(story, articles) for story in affair.stories]
    days = {"earliest": affair.earliest, "latest": affair.latest}
    return {"id": affair.id, "title": affair.title} | days | {"stories": stories}


def _story(story: Story, articles: Mapping[str, Article]) -> dict[str, Any]:
    copy_of = {copy.article: copy.of for copy in story.copies}
    days = {"earliest": story.earliest, "latest": story.latest, "who": list(story.who)}
    rows = []
    for name in story.articles:
        article = articles[name]
        known = {"path": article.path, "url": article.url, "outlet": article.outlet, "title": article.title}
        row = {"id": name, "published": article.published} | known | {"copy_of": copy_of.get(name)}
        rows.append({key: value for key, value in row.items() if value is not None or key == "published"})
    return {"id": story.id, "title": story.title} | days | {"articles": rows}


def show_stories(affairs: Sequence[Affair], articles: Mapping[str, Article], console: Console) -> None:
    """Affairs and the articles by id -> the stories that several articles tell, then the articles that stand alone.

    Affairs stand by their first day; nothing of a text is read as markup.
    """
    alone = [affair for affair in affairs if len(affair.stories) == len(affair.stories[0].articles) == 1]
    put(_summary(affairs), console, 0)
    for affair in affairs:
        if affair in alone:
            continue
        console.print()
        several = len(affair.stories) > 1
        if several:
            many = counted(len(affair.stories), "story", "stories")
            put(Text.assemble(("One affair", "bold"), (f"  {many}, {_when(affair)}", "dim")), console, 0)
        for story in affair.stories:
            _show(story, articles, console, 2 if several else 0)
    if alone:
        console.print()
        put(Text("Told by one article", style="bold"), console, 0)
        for affair in alone:
            _row(articles[affair.stories[0].articles[0]], console, 2)
    console.print()


def _summary(affairs: Sequence[Affair]) -> Text:
    told = [story for affair in affairs for story in affair.stories]
    copies = sum(len(story.copies) for story in told)
    parts = [
        counted(sum(len(story.articles) for story in told), "article"),
        counted(len(told), "story", "stories"),
        *([counted(copies, "copy", "copies")] if copies else []),
    ]
    return Text(", ".join(parts), style="bold")


def _show(story: Story, articles: Mapping[str, Article], console: Console, indent: int) -> None:
    put(Text(one_line(story.title), style="bold"), console, indent)
    about = (counted(len(story.articles), "article"), _when(story), ", ".join(story.who))
    put(Text("; ".join(part for part in about if part), style="dim"), console, indent)
    copy_of = {copy.article: copy.of for copy in story.copies}
    in_order = sorted(story.articles, key=lambda name: _place(articles[name]))
    for name in in_order:
        if name not in copy_of:
            _row(articles[name], console, indent + 2)
            for copy in in_order:
                if copy_of.get(copy) == name:
                    _row(articles[copy], console, indent + 4, "copy: ")


def _place(article: Article) -> tuple[dt.date, str]:
    return article.published or dt.date.max, article.name


def _when(one: Affair | Story) -> str:
    return days_in_words(one.earliest, one.latest) or "day not known"


def _row(article: Article, console: Console, indent: int, mark: str = "") -> None:
    """Article -> one line, cut at the width: what it is known by, its outlet, its day, its title."""
    day = days_in_words(article.published, article.published)
    known = ", ".join(part for part in (_known_by(article), article.outlet, day) if part)
    line = Text.assemble(mark, one_line(known), (f"  {headline(article)}", "dim"))
    line.truncate(min(console.width, WIDEST) - indent, overflow="ellipsis")
    put(line, console, indent)


def _known_by(article: Article) -> str:
    return file_name(article) if article.name == article.path else article.id
