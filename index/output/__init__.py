"""What leaves the base: rows, tables, references, documents to read."""
