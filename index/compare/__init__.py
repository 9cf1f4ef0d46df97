"""Texts beside each other: versions, languages, and the single obligations that they hold."""
