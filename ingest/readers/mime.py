"""Messages (RFC 5322), and pages saved as one, taken apart within what the standard library can bear.

It reads the parameters of a header, and looks for the ends of parts in parts, in time that grows with the
square of their number. No mail program writes headers, or parts in parts, beyond these limits.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from email.policy import Policy, compat32
from typing import Any

from mandex.corpus.errors import UnreadableFileError

_LONGEST = 20_000  # bytes of one header that is read here
_DEEPEST = 50
_MOST = 20_000  # parts: a page saved with its pictures has hundreds
_HEADER = re.compile(
    rb"^(?:content-(?:type|disposition|transfer-encoding)|subject|date)[ \t]*:"
    rb"[^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
# boundary="b1" opens a part of parts; --b1 is between them, --b1-- after them
_BOUNDARY = re.compile(
    rb"boundary(?:\*\d{0,3}\*?)?[ \t]*=[ \t]*\"?([^\"\s;]+)|^--([^\r\n]+)", re.IGNORECASE | re.MULTILINE
)


def message_of(data: bytes, policy: Policy[Any] = compat32) -> Message:
    """The message. Raises `UnreadableFileError` where a header or the nesting of its parts is a trap."""
    longest = max((len(header[0]) for header in _HEADER.finditer(data)), default=0)
    if longest > _LONGEST:
        raise UnreadableFileError(f"is a message with a header of {longest:,} bytes", "malformed-message")
    deepest, parts = _extent(data)
    if parts > _MOST:
        raise UnreadableFileError(f"is a message of {parts:,} parts", "malformed-message")
    if deepest > _DEEPEST:
        raise UnreadableFileError("is a message of parts in parts without end", "too-deep")
    return message_from_bytes(data, policy=policy)


def _extent(data: bytes) -> tuple[int, int]:
    """How many parts of parts are open at once, at the most; how many parts there are."""
    opened: list[bytes] = []
    at: dict[bytes, int] = {}  # where each stands among them
    deepest = parts = 0
    for found in _BOUNDARY.finditer(data):
        declared, name = found[1], found[1] or found[2].rstrip()
        if declared and name not in at:
            at[name] = len(opened)
            opened.append(name)
            deepest = max(deepest, len(opened))
        elif not declared and (known := at.get(name.removesuffix(b"--"))) is not None:
            parts += 1
            keep = known + (not name.endswith(b"--"))
            for inner in opened[keep:]:
                del at[inner]
            del opened[keep:]
    return deepest, parts
