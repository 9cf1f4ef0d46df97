"""Mandex: a knowledge base of United Nations Security Council resolutions."""

__version__ = "0.1.0"
