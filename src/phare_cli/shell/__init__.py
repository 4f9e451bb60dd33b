"""What surrounds every command: its options, its session, its data, the delivery of its answer."""
