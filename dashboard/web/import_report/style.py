"""How does the report look, on a screen and on paper, in colours that black and white keeps apart?"""

from __future__ import annotations

from dashboard.content.theme import DAY, PRINT, SCREEN
from dashboard.disclosure.policy import INTERNAL_DOCUMENT
from dashboard.web.escaping import in_style

_SMALL, _TEXT, _LEAD, _HEADING, _TITLE = SCREEN.sizes
_PRINTED = PRINT.sizes

STYLE = f"""
:root {{ color-scheme: light; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0 auto; max-width: 72rem; padding: 2rem 1.5rem 4rem; background: {DAY.card}; color: {DAY.ink};
  font: {_LEAD}/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif; }}
h1 {{ font-size: {_TITLE}; line-height: 1.2; margin: 0 0 .25rem; }}
h2 {{ font-size: {_HEADING}; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 2px solid {DAY.accent}; }}
h3 {{ font-size: {_LEAD}; margin: 1.5rem 0 .25rem; }}
p {{ margin: .25rem 0 .75rem; max-width: 46rem; }}
.mark {{ color: {DAY.warn}; font-weight: 600; }}
.muted {{ color: {DAY.muted}; }}
.verdict {{ border-left: .3rem solid {DAY.accent}; background: {DAY.accent_soft}; padding: .6rem .9rem;
  font-weight: 600; }}
.verdict.stopped {{ border-color: {DAY.warn}; }}
nav ul {{ columns: 2; margin: .5rem 0 0; padding-left: 1.2rem; }}
a {{ color: {DAY.accent}; }}
.figures {{ display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0; padding: 0; list-style: none; }}
.figures b {{ display: block; font-size: {_TITLE}; font-variant-numeric: tabular-nums; line-height: 1.2; }}
.scroll {{ overflow-x: auto; }}
table {{ border-collapse: collapse; min-width: 60%; margin: .5rem 0 1rem; font-size: {_TEXT}; }}
caption {{ text-align: left; font-weight: 600; font-size: {_LEAD}; padding: .75rem 0 .25rem; }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid {DAY.rule}; }}
thead th {{ border-bottom: 2px solid {DAY.muted}; font-weight: 600; }}
tbody th {{ font-weight: 500; }}
td.short {{ white-space: nowrap; }}
td.number, th.number {{ text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }}
tr.absence th, tr.absence td {{ color: {DAY.muted}; font-style: italic; }}
tr.total th, tr.total td {{ font-weight: 600; border-top: 2px solid {DAY.muted}; }}
tr.none th, tr.none td {{ color: {DAY.muted}; }}
.lines {{ overflow-wrap: anywhere; max-width: 26rem; }}
.two {{ columns: 2; column-gap: 2.5rem; }}
.two > div {{ break-inside: avoid; }} .two table {{ width: 100%; }}
code {{ font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: .92em; }}
@media (max-width: 50rem) {{ .two, nav ul {{ columns: 1; }} }}
@page {{ size: A4; margin: 15mm 14mm 16mm; @top-center {{ content: {in_style(INTERNAL_DOCUMENT)}; }} }}
@media print {{
  body {{ max-width: none; padding: 0; font-size: {_PRINTED[2]}; }}
  h1 {{ font-size: {_PRINTED[4]}; }} h2 {{ font-size: {_PRINTED[3]}; break-after: avoid; }}
  h3, caption {{ font-size: {_PRINTED[2]}; break-after: avoid; }}
  table {{ font-size: {_PRINTED[0]}; }} tr {{ break-inside: avoid; }} thead {{ display: table-header-group; }}
  nav {{ display: none; }} a {{ color: inherit; text-decoration: none; }}
  .verdict {{ background: none; border: 1px solid {DAY.ink}; border-left-width: .3rem; }}
  .scroll {{ overflow: visible; }}
}}
"""
