"""What the checks found, and what people say of it. How it is found is said in `text.checking`."""
