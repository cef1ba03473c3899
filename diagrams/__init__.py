"""Pictures: pick out, describe, render; handed values, never a store."""
