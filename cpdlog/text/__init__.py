"""Floor 1: Markdown with front matter, as text. YAML; no files."""
