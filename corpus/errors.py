"""Errors a user can do something about. Each message names the thing, the reason and what to do."""

from __future__ import annotations


class MandexError(Exception):
    """Base of all errors that the command line shows as one line."""


class UnreadableFileError(MandexError):
    """A file that cannot be read as a document; `code` is the problem code that goes on record."""

    def __init__(self, message: str, code: str = "not-a-document") -> None:
        super().__init__(message)
        self.code = code


class BadReferenceError(MandexError):
    """Text that names no document in any form we understand."""


class NothingFoundError(MandexError):
    """What was asked for is not there, though it was asked for rightly: exit code 1, not 2."""


class BadQueryError(MandexError):
    """A query with a field or a range that does not exist."""


class StoreError(MandexError):
    """The knowledge base cannot be opened, read or written."""
