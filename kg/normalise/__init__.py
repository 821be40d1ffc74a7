"""Mention -> mention with a value. "What is written, in standard form?"."""
