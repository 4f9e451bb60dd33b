"""Change files whole or not at all, whatever fails and whoever interrupts."""
