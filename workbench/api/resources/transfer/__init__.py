"""Files in and out. Which formats there are, and what they hold, is `interchange`'s."""
