"""A file comes in, a Document goes out: read, repair, segment, cite, mandate."""
