"""Commands about two versions."""
