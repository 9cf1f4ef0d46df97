"""What the records of a shared base are called: a letter for the kind, and whose rows they are."""

from __future__ import annotations

from collections.abc import Mapping

# By the first letter of a record's key, the tables that it has rows of, each with the column that says whose:
# `d17` is the document of row 17, `f/un/1373.pdf` what is known of a file, `aKenya` a country's assessments.
KINDS: Mapping[str, Mapping[str, str]] = {
    "d": {
        "documents": "id", "aliases": "doc", "paragraphs": "doc", "citations": "doc", "mandates": "doc",
        "mandate_dates": "mandate", "entities": "doc",
    },
    "f": {"files": "path", "problems": "source"},
    "a": {"assessments": "country"},
    "s": {"settings": "name"},
}  # fmt: skip
SETTINGS = ("folders",)  # that are the base's, and not of one machine's copy
LARGEST = 48 << 20  # bytes of a record; a server takes 100 MiB in one request, of which base64 makes 64


def is_key(key: str) -> bool:
    """Whether a record may be called so."""
    match key[:1]:
        case "d":
            return key[1:].isascii() and key[1:].isdecimal() and 0 < int(key[1:]) < 1 << 63 and key[1] != "0"
        case "f" | "a":
            return True
        case "s":
            return key[1:] in SETTINGS
        case _:
            return False


def owner_of(key: str) -> str | int:
    """Whose rows: the number of a document, the path of a file, a country, the name of a setting."""
    return int(key[1:]) if key[0] == "d" else key[1:]
