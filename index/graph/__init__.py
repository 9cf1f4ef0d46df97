"""The citation graph: asked in SQL, measured with networkx, written to files, drawn.

`edges`, `walk` and `kinship` answer from the store alone and import nothing heavy; `measures` and `files`
need networkx; `timeline` and `page` draw.
"""
