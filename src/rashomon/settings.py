"""Settings: one frozen object, handed down; nothing else is configured."""

from pathlib import Path
from typing import Any

import msgspec
import yaml

from rashomon.errors import SettingsError

STAGES = (
    "blocks",
    "syntax",
    "encoding",
    "sentences",
    "quotes",
    "mentions",
    "times",
    "amounts",
    "attributions",
    "events",
    "undertakings",
    "entities",
    "dates",
    "claims",
)


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How to read and compare.

    ``stages``: names of stages in running order. ``pipeline``: name of an installed English spaCy pipeline, or "" for
    the best installed one. ``max_characters``: longest text that is read as one article. ``dated_events``: path of a
    YAML file of dated public events added to our own, or "". ``terms_of_office``: path of a YAML file of terms of
    office added to our own, or "". ``one_story``: trust the user that all articles are of
    one story. ``strict``: raise at the first article that fails.
    """

    stages: tuple[str, ...] = STAGES
    pipeline: str = ""
    max_characters: int = 1_000_000
    dated_events: str = ""
    terms_of_office: str = ""
    one_story: bool = False
    strict: bool = False

    def but(self, **changes: Any) -> "Settings":
        """Changed settings by name -> new settings; unknown names are refused."""
        if wrong := sorted(changes.keys() - set(self.__struct_fields__)):
            raise SettingsError(f"unknown setting {wrong[0]!r}; known: {', '.join(self.__struct_fields__)}")
        return msgspec.structs.replace(self, **changes)


def read_settings(path: str) -> Settings:
    """Path of a YAML file of settings, or "" -> settings; what the file does not name keeps its default."""
    if not path:
        return Settings()
    try:
        given = yaml.safe_load(Path(path).read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"cannot read settings from {path}: {error}") from error
    if not isinstance(given, dict):
        raise SettingsError(f"{path} must hold one setting a line, such as 'max_characters: 500000'")
    Settings().but(**given)
    try:
        return msgspec.convert(given, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{path}: {error}") from error
