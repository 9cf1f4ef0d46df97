"""The query language, full-text search, the ranking of documents."""
