"""What grows: each dimension makes its own data of a size, and says which command is asked of them."""
