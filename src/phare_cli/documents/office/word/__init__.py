"""Blocks in Word: content controls, whose tags hold commands."""
