"""Read ordered scales as their files mean them: the order of the degrees, and what stands beside these."""
