"""What was meant by what no command takes: words, options and the endings of files."""
