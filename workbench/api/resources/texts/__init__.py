"""What a work is made of: its passages and translations, the variants where they meet, and the revisions of those."""
