"""Written definitions: YAML in, a frozen `Workflow` or line-numbered problems out."""
