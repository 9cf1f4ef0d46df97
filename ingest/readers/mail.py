"""Messages (.eml): the text of the message is one document, each attachment another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from email import policy
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePath

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText
from mandex.ingest.readers import html, text
from mandex.ingest.readers.members import (
    MOST_BYTES,
    is_readable,
    only_documents,
    passed_over,
    read_member,
    refusal,
)
from mandex.ingest.readers.mime import message_of

_SUBJECT_LENGTH = 300


def read(path: Path, data: bytes, sha256: str, *, ocr: bool = False, depth: int = 0) -> list[RawText]:
    """Read one message. Its subject and the day it was sent serve where its text names neither.

    Raises `UnreadableFileError` where neither the message nor an attachment holds a text.
    """
    message = message_of(data, policy.default)
    assert isinstance(message, EmailMessage)
    found = _body(path, message, sha256)
    others: list[str] = []
    seen: set[str] = set()
    size = 0
    for name, content in _attachments(message):
        size += len(content)
        digest = hashlib.sha256(content).hexdigest()
        if size > MOST_BYTES:
            found.append(refusal(path, name, sha256, "is beyond the limit of one message", "too-large"))
        elif not is_readable(name):
            others.append(name)
        elif digest not in seen:
            seen.add(digest)
            found += read_member(path, name, content, sha256, ocr=ocr, depth=depth)
    return only_documents(path, found, passed_over(path, others))


def _attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Name and content of each attachment; a message that was passed on is one, with all that it holds."""
    stack: list[Message] = [message]
    number = 0
    while stack:
        part = stack.pop()
        if part.get_content_type() == "message/rfc822":
            number += 1
            yield f"message {number}.eml", b"".join(inner.as_bytes() for inner in _parts(part))
        elif part.is_multipart():
            stack += reversed(_parts(part))
        elif part.get_filename() or part.get_content_disposition() == "attachment":
            number += 1
            yield PurePath(part.get_filename() or f"attachment {number}").name, _content(part)


def _parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, Message)] if isinstance(payload, list) else []


def _body(path: Path, message: EmailMessage, sha256: str) -> list[RawText]:
    """The message itself, as plain text where it gives one, else as a page; nothing where it says nothing."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return []
    content = _content(part)
    charset = part.get_content_charset()
    reader = html.read if part.get_content_subtype() == "html" else text.read
    if charset and charset not in ("us-ascii", "utf-8"):
        declared = text.in_declared(content, charset)
        content = content if declared is None else declared.encode("utf-8", "replace")
    try:
        (raw,) = reader(path, content, sha256)
    except UnreadableFileError:
        return []
    headers = _headers(message)
    subject = [("subject", headers["subject"])] if "subject" in headers else []
    return [replace(raw, facts={**raw.facts, **headers}, dropped=(*raw.dropped, *subject))]


def _headers(message: EmailMessage) -> dict[str, str]:
    facts = {}
    subject = " ".join(str(message.get("Subject", "")).split())[:_SUBJECT_LENGTH]
    if subject:
        facts["subject"] = subject
    with suppress(TypeError, ValueError):
        facts["sent"] = parsedate_to_datetime(str(message["Date"])).date().isoformat()
    return facts


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
