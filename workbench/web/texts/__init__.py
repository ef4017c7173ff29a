"""The library, works, translations, passages and their texts: the pages on which they are seen, entered and changed.

The library and the page of a work live here because they are where texts are made, found and removed. How texts are
compared is `reading`, how they are brought in from files `transfer`, how words move between passages `placing`.
"""
