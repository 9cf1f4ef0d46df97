"""The page and the API at the same addresses: read-only, offline, nothing to build."""
