"""Six kinds of error under one base: each names who must act."""


class RashomonError(Exception):
    """Base of every error that Rashomon raises on purpose."""


class InputError(RashomonError):
    """What was given cannot be read: the person who gave it must mend it."""


class SettingsError(RashomonError):
    """A setting is unknown or has a value that cannot be."""


class UnknownName(RashomonError):  # noqa: N818 - it names a name, not an error
    """A stage, source or renderer of that name is not installed."""


class MissingExtra(RashomonError):  # noqa: N818 - what is missing is an extra
    """A package or model that an option needs is not installed."""


class StoreError(RashomonError):
    """A file or store cannot be written or read back."""


class BrokenPromise(RashomonError):  # noqa: N818 - a promise of our own code, never caught
    """Our own code broke its word; never caught, always worth a report."""
