"""The journal, its projections and a narrow read window for the daily commands."""
