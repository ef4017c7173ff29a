"""Which words of two variants answer each other, and what people said of them."""
