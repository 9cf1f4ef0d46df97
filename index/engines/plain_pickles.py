"""Whoosh's files without its pickles' powers.

Whoosh keeps its table of contents, its segments and its postings as pickles, and a pickle may run any code
when it is read: a base from someone else would run what its maker likes. Importing this module makes Whoosh
read plain data only: numbers, texts, lists and sets of them, and its own record of a segment. Anything else
is `UnpicklingError`; the index is then made anew from the store.
"""

from __future__ import annotations

import io
import pickle
import warnings
from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any, BinaryIO

with warnings.catch_warnings():  # the last release writes its regular expressions without raw strings
    warnings.simplefilter("ignore")
    from whoosh import index as whoosh_index
    from whoosh.codec import whoosh3
    from whoosh.filedb import structfile

UnpicklingError = pickle.UnpicklingError


_SEGMENT: Mapping[str, type | tuple[type, ...]] = {
    "indexname": str, "segid": str, "_codec": whoosh3.W3Codec, "_doccount": int, "compound": bool,
    "_deleted": (set, frozenset, type(None)), "_fieldlengths": dict,
}  # fmt: skip


def _set_segment(segment: Any, state: object) -> None:
    """The fields of a segment's record, each of its kind and no others; its name leads to no other folder."""
    if not isinstance(state, dict) or any(
        name not in _SEGMENT or not isinstance(value, _SEGMENT[name]) for name, value in state.items()
    ):
        raise UnpicklingError("not the record of a segment")
    if not (str(state.get("segid")).isalnum() and str(state.get("indexname")).isalnum()):
        raise UnpicklingError("a segment is named with letters and figures")
    segment.__dict__.update(state)


def _set_codec(codec: Any, state: object) -> None:
    """Whatever a file says of the codec: Whoosh's own, as it is made anew."""
    codec.__dict__.update(whoosh3.W3Codec().__dict__)


def _latin_bytes(text: object, encoding: object) -> bytes:
    """How protocol 2 writes bytes: `_codecs.encode('…', 'latin1')`."""
    if not isinstance(text, str) or encoding not in ("latin1", "latin-1"):
        raise UnpicklingError("bytes are written as Latin-1")
    return text.encode("latin-1")


def _array(kind: object, items: object = ()) -> array[Any]:
    if kind not in tuple("bBhHiIlLqQfd") or not isinstance(items, list | tuple | bytes):
        raise UnpicklingError("an array holds numbers")
    return array(str(kind), items)


_ADMITTED: Mapping[tuple[str, str], Callable[..., object]] = {
    ("whoosh.codec.whoosh3", "W3Segment"): whoosh3.W3Segment,
    ("whoosh.codec.whoosh3", "W3Codec"): whoosh3.W3Codec,
    ("array", "array"): _array,
    ("builtins", "set"): set, ("__builtin__", "set"): set,
    ("builtins", "frozenset"): frozenset, ("__builtin__", "frozenset"): frozenset,
    ("builtins", "int"): int, ("__builtin__", "int"): int, ("__builtin__", "bytes"): bytes,
    ("collections", "defaultdict"): lambda *_: defaultdict(int), ("_codecs", "encode"): _latin_bytes,
}  # fmt: skip


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ADMITTED[module, name]
        except KeyError:
            raise UnpicklingError(f"{module}.{name} has no place in an index") from None

    def persistent_load(self, pid: object) -> Any:
        raise UnpicklingError("nothing is kept elsewhere")


def load(file: BinaryIO) -> Any:
    """One pickle of plain data. Raises `UnpicklingError` for any other."""
    return _PlainUnpickler(file).load()


def loads(data: bytes) -> Any:
    """The same, from memory."""
    return load(io.BytesIO(data))


whoosh3.W3Segment.__setstate__ = _set_segment
whoosh3.W3Codec.__setstate__ = _set_codec
structfile.load_pickle = load
whoosh3.loads = loads
whoosh_index.pickle = SimpleNamespace(
    load=load, loads=loads, dumps=pickle.dumps, PicklingError=pickle.PicklingError
)
whoosh_index.toc_loaders = {}  # the forms of older releases, which unpickle freely
