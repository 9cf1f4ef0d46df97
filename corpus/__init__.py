"""What the knowledge base knows: records, symbols, facts, the store. Imports nothing of ours."""
