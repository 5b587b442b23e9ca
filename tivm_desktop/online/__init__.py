"""The only room that opens network connections, and only for what the user asked for a moment ago."""
