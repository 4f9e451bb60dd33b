"""What is wrong or doubtful in results files."""
