"""A corpus row -> the article that a measure gives to Rashomon."""

import re
from typing import Any

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_STAMP = re.compile(rf"^(?:{_MONTHS}) \d{{1,2}}, \d{{4}}\n", re.MULTILINE)  # under the titles of MEANTIME's pages


def article_of(row: dict[str, Any]) -> dict[str, Any]:
    """A corpus row -> the article as the contract's input has it: id, text, and day, outlet and address where known."""
    day = str(row.get("dct") or row.get("date") or "")[:10]
    article = {"id": row["id"], "text": row["text"], "outlet": row.get("outlet"), "url": row.get("url")}
    if len(day) == 10:
        article["published"] = day
    return {key: value for key, value in article.items() if value}


def undated(row: dict[str, Any]) -> dict[str, str]:
    """A corpus row -> its article without what gives its day away: the day, the address, the line that prints it."""
    article = article_of(row)
    known = {key: value for key, value in article.items() if key not in {"published", "url"}}
    return known | {"text": _STAMP.sub("", article["text"], count=1)}


def of_sentences_read(row: dict[str, Any]) -> dict[str, Any]:
    """A corpus row -> the same with the mentions of the sentences that its annotators read in full, and no others."""
    read = [row["sentences"][number] for number in row["eval_sentences"]]
    told = [m for m in row["mentions"] if any(start <= m["start"] and m["end"] <= end for start, end in read)]
    return row | {"mentions": told}


def with_events(row: dict[str, Any]) -> dict[str, Any]:
    """A corpus row -> its article and where its gold event mentions stand."""
    spans = sorted({(m["start"], m["end"]) for m in row["mentions"] if m["kind"] == "event"})
    return article_of(row) | {"given": spans}
