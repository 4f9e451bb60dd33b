"""What a picture looks like whatever it shows: colours, letters, a logo."""
