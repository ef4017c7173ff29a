"""What the formats of Bibles have in common: books, chapters, verses, and two ways of cutting that cross each other.

The problem. A Bible is cut into verses, by which people cite it, and into paragraphs, lines of verse and sections, in
which they read it; neither fits into the other. A document has a passage a verse; where a paragraph or a line begins
is markup of the words (`paragraph`, `line`), and the title of a section is the heading of the verse after it or, in the
midst of one, a `code`. What stands before verse 1 of a chapter and belongs to the text (the title of a psalm) is
verse 0. A bridge (3-4) is the text of its first verse, with which the others are joined; parts (3a) are verses.

USFM's names of styles are the common tongue (docs.usfm.bible, version 3.1; USX has the same). A reader tells what
it finds to a `gathering.Gatherer`, which makes a document of it; `telling` tells a document to a writer. Both are a
`sink.Sink`; writers of XML write into `elements.Pieces`, where verses lie between `milestones`. Here live what they
share; how a file is spelt, `formats` knows.
"""
