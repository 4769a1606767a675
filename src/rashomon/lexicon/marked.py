"""Marked-up examples: the words' own tests."""

import re

from rashomon.model import Span

_MARK = re.compile(r"\[([^\[\]]*)\]\(([\w:-]+)\)")


def marked(example: str) -> tuple[str, dict[str, list[Span]]]:
    """Marked sentence -> plain text and the spans of each role, counted in the plain text.

    ``"[Ri](actor) [met with](cue) [Rouhani](recipient)."`` gives ``"Ri met with Rouhani."`` and one span a role.
    """
    plain: list[str] = []
    spans: dict[str, list[Span]] = {}
    at = size = 0
    for match in _MARK.finditer(example):
        before = example[at : match.start()]
        start = size + len(before)
        plain += [before, match[1]]
        size = start + len(match[1])
        spans.setdefault(match[2], []).append(Span(start, size))
        at = match.end()
    return "".join([*plain, example[at:]]), spans
