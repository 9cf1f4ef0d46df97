"""One colour for each relation, in files and pictures.

Hues are Okabe and Ito's (2008), told apart with any kind of colour vision; what founds, changes or ends
something is warm, what repeats or supports is cool, the bare mention is grey.
"""

from __future__ import annotations

from collections.abc import Mapping

from mandex.corpus.model import Relation

COLOURS: Mapping[Relation, str] = {
    "establishes": "#d55e00",
    "extends": "#e69f00",
    "amends": "#cc79a7",
    "terminates": "#a5282c",
    "pursuant": "#7b5ea7",
    "implements": "#009e73",
    "reaffirms": "#0072b2",
    "recalls": "#56b4e9",
    "welcomes": "#6a9a2b",
    "mentions": "#8a929b",
}
