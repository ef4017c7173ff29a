"""What a work is made of: its passages and translations, the variants where they meet, and the revisions of those.

Texts are changed by actions of `review`, which carry anchors along. What is said of the words is `threads`'.
"""
