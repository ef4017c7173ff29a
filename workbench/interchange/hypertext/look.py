"""The style sheet of a page: a book with good margins, several texts side by side where there is room; it prints."""

__all__ = ["STYLES"]

STYLES = """
body { margin: 0 auto; max-width: 76rem; padding: 1rem 5%; font: 1.05em/1.5 Georgia, "Times New Roman", serif; }
h1, h2 { line-height: 1.25; font-weight: normal; }
h2.heading { margin: 1.6em 0 .5em; font-size: 1.25em; break-after: avoid; }
section.passage { break-inside: avoid; }
p { margin: 0 0 .6em; }
p.text { white-space: pre-wrap; overflow-wrap: break-word; }
p.above { margin: .8em 0 .2em; }
.label { font: .75em/1 system-ui, sans-serif; color: #595959; padding-inline-end: .6em; }
.sign { color: #595959; }
s { text-decoration: line-through; }
u { text-decoration: underline; }
sup { line-height: 0; }
dl.about { font-size: .9em; }
dl.about dt { float: left; clear: left; min-width: 4em; padding-inline-end: .6em; }
aside.remarks { margin: .3em 0 1em 1.5em; padding-left: .8em; border-left: 2px solid #bbb; font-size: .85em; }
aside.remarks .place, time { color: #595959; }
section.notes { margin-top: 2em; border-top: 1px solid #bbb; font-size: .85em; }
@media (min-width: 50em) {
  .texts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15em, 1fr)); column-gap: 2em; }
}
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } a { color: inherit; text-decoration: none; } }
"""
