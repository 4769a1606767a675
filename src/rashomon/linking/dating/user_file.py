"""The user's own files of dated events and of terms of office."""

from pathlib import Path
from typing import Any

import yaml

from rashomon.errors import SettingsError


def read_table(path: str, key: str, what: str) -> dict[str, Any]:
    """Path of a YAML file, key of its list and what it is of -> the file; ``SettingsError`` if it has none."""
    try:
        given = yaml.safe_load(Path(path).read_text("utf-8"))
    except OSError as error:
        raise SettingsError(f"the file of {what} {path!r} cannot be opened: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"the file of {what} {path!r} is no YAML: {error}") from error
    if not isinstance(given, dict) or not isinstance(given.get(key), list):
        raise SettingsError(f"{path}: a file of {what} holds a list under '{key}:'")
    return given


def changed(path: str) -> int:
    """Path, or "" -> when the file was last changed, in nanoseconds; 0 where there is none."""
    return Path(path).stat().st_mtime_ns if path and Path(path).is_file() else 0
