"""What was decided: points, headings, labels and tables to items."""
