"""What else a figure may be of, which keeps it from being called wrong."""
