"""Cross-references: found, resolved, checked against the register of resolutions, typed."""

from mandex.ingest.citations.find import find_citations

__all__ = ["find_citations"]
