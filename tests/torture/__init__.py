"""Trying to break Mandex: `make torture` runs every part and prints one table."""
