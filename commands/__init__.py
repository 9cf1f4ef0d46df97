"""The commands, a file a group. With `cli.py` the only place that imports click."""
