"""What people without an account say of passages."""
