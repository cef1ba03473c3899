"""One small function per command; a module is imported only when one of its commands runs."""
