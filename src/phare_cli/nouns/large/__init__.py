"""What holds many rows in little memory."""
