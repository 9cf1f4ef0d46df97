"""What the Council demands: verb, force, addressee, measure, dates; what it adopts under Chapter VII."""

from mandex.ingest.mandates.chapter_vii import chapter_vii
from mandex.ingest.mandates.extract import find_mandates

__all__ = ["chapter_vii", "find_mandates"]
