"""Text to terms: one tokenizer for indexing and for asking, stems, synonyms."""
