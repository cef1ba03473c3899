"""The one door: gather facts, judge, record, answer."""
