"""Plain text -> an article."""

from collections.abc import Iterator
from typing import IO

from rashomon.lexicon.lines import is_title
from rashomon.model import make_article
from rashomon.sources.door import Loaded, source
from rashomon.sources.encoding import decoded


@source(endings=(".txt", ".text", ".md"), looks=lambda head: False)  # noqa: ARG005 - what nobody else takes is text
def read_text(file: IO[bytes], path: str) -> Iterator[Loaded]:
    """A text file and its path -> its article; no outlet or date is invented."""
    text = decoded(file.read())
    yield make_article(text, title=first_line_title(text), path=path)


def first_line_title(text: str) -> str | None:
    """Text -> its first line, where that is a title and stands apart from a body."""
    line, _, rest = text.lstrip("\ufeff \t\r\n").partition("\n")
    line = line.strip()
    return line if rest.strip() and line and is_title(line) else None
