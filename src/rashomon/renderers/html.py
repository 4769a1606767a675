"""Records -> one HTML page that needs nothing but itself: no network, no script of anybody's but ours."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from rashomon.model import Record
from rashomon.renderers.views import record_view
from rashomon.renderers.words import STANDING_SHAPES, one_line, web_address


def page(records: Sequence[Record]) -> str:
    """Records -> the report of all of them; the same records give the same page."""
    views = [record_view(record) for record in records]
    style, script = _asset("report.css"), _asset("report.js")
    return _environment().get_template("report.html.j2").render(
        views=views,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        policy=_policy(style, script),
        version=version("rashomon"),
    )  # fmt: skip


def record_html(record: Record) -> str:
    """Record -> its report in a frame of its own, for a notebook: neither can reach into the other."""
    inner = escape(page([record]))
    return (
        f'<iframe title="{escape(record.story.title)}" sandbox="allow-scripts" width="100%" height="800" '
        f'style="border:1px solid #ccc" srcdoc="{inner}"></iframe>'
    )


def verbatim(text: str) -> Markup:
    """Characters of an article -> HTML that shows and keeps every one of them, carriage returns as well."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704 - escaped just before


def _policy(style: str, script: str) -> str:
    """Our style and script -> a content policy under which the page can load and run nothing else."""
    allowed = {"style-src": style, "script-src": script}
    rules = [f"{name} 'sha256-{_fingerprint(text)}'" for name, text in allowed.items()]
    return "; ".join(["default-src 'none'", *rules, "base-uri 'none'", "form-action 'none'"])


def _fingerprint(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _asset(name: str) -> str:
    environment = _environment()
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


@cache
def _environment() -> Environment:
    loader = PackageLoader("rashomon.renderers", "report")
    made = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    made.filters |= {"verbatim": verbatim, "web": web_address, "one_line": one_line}
    made.globals["shapes"] = STANDING_SHAPES
    return made
