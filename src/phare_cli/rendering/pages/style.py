"""The style of a report's page: for screens light or dark, wide or narrow, and for A4 paper."""

from __future__ import annotations

WIDE, NARROW = 680, 320  # pixels of a picture on a screen or paper, and on a telephone
# Pixels of one that fills half a page of A4, its caption too: whatever stands before it leaves no page emptier.
HALF_PAGE = 530

# Every pair of a text and its ground has a contrast of 4.5 at least.
LIGHT = """\
  --ground: #ffffff;
  --text: #1b1f24;
  --muted: #57606a;
  --accent: #004a7c;
  --link: #0b5394;
  --band: #eef3f8;
  --rule: #c8d1da;
  --phare-bar: #0072b2;
  --phare-reference: #6e6e6e;
  --phare-muted: #57606a;
  --phare-rule: #d9dee4;
  --phare-paper: #ffffff;
"""
DARK = """\
  --ground: #14181c;
  --text: #e6e9ec;
  --muted: #aab4be;
  --accent: #8cc4f0;
  --link: #8cc4f0;
  --band: #1d252d;
  --rule: #3a444e;
  --phare-bar: #56b4e9;
  --phare-reference: #a0a0a0;
  --phare-muted: #aab4be;
  --phare-rule: #333c45;
  --phare-paper: #14181c;
"""
_SCREEN = """\
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  --phare-font: "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
  font: 1rem/1.5 var(--phare-font);
  overflow-wrap: break-word;
}
main { max-width: 54rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
header { border-bottom: 3px solid var(--accent); margin-bottom: 1.5rem; padding-bottom: .75rem; }
h1 { color: var(--accent); font-size: 1.9rem; line-height: 1.2; margin: 0; }
.subtitle { color: var(--muted); margin: .4rem 0 0; }
h2 { color: var(--accent); font-size: 1.3rem; line-height: 1.3; margin: 2.25rem 0 .75rem; }
.points { background: var(--band); border-left: 4px solid var(--accent); margin: 0; padding: 1rem 1rem 1rem 2.1rem; }
.points li + li { margin-top: .5rem; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
.short, .short caption { display: block; }
.short th { min-width: 11rem; }
caption { caption-side: top; font-weight: 600; padding-bottom: .4rem; text-align: left; }
.names { width: 30%; }
td i {
  background: linear-gradient(var(--phare-bar), var(--phare-bar)) left / calc(var(--share) * 1%) 100% no-repeat;
  display: inline-block;
  height: .7em;
  margin-left: .6rem;
  width: 9rem;
  -webkit-print-color-adjust: exact;
  print-color-adjust: exact;
}
th.barred { padding-right: 10.2rem; }
th, td { padding: .3rem .6rem; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--accent); vertical-align: bottom; }
tbody th { font-weight: 400; }
tbody tr { border-bottom: 1px solid var(--rule); }
tbody tr.opens { border-top: 2px solid var(--rule); }
.figure { font-variant-numeric: tabular-nums; text-align: right; }
figure { margin: 1.25rem 0; }
figcaption { font-weight: 600; margin-bottom: .4rem; }
figure .narrow { display: none; }
svg { display: block; }
a { color: var(--link); }
.foot { color: var(--muted); font-size: .875rem; line-height: 1.45; margin-top: .75rem; }
.foot p { margin: .2rem 0; }
"""
_TELEPHONE = """\
main { padding: 1.25rem 1rem 2rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.2rem; }
table { font-size: .875rem; }
th, td { padding: .3rem .25rem; }
.short { display: table; }
.short caption { display: table-caption; }
.short th { min-width: 0; }
td i { display: none; }
th.barred { padding-right: .25rem; }
figure .wide { display: none; }
figure .narrow { display: block; }
.stacked, .stacked caption, .stacked tbody, .stacked tr, .stacked th, .stacked td { display: block; }
.stacked thead { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; width: 1px; }
.stacked tbody tr { padding: .5rem 0; }
.stacked tbody th, .stacked tbody td { display: flex; gap: 1rem; justify-content: space-between; padding: .1rem 0; }
.stacked tbody th { font-weight: 600; }
.stacked tbody th::before, .stacked tbody td::before {
  color: var(--muted);
  content: attr(data-label);
  font-weight: 400;
  text-align: left;
}
.stacked tbody span { text-align: right; }
"""
_PAPER = """\
body { font-size: 9.5pt; line-height: 1.35; }
main { max-width: none; padding: 0; }
h1 { font-size: 18pt; }
h2 { break-after: avoid; font-size: 13pt; margin-top: 14pt; }
table, svg, .points, tr { break-inside: avoid; }
.long { break-inside: auto; }
caption, figcaption { break-after: avoid; }
figure .wide { max-width: 160mm; }
thead { display: table-header-group; }
th, td { padding: 2pt 5pt; }
.stacked th, .stacked td { font-size: 8.5pt; padding: 2pt 3pt; }
thead th.barred, .stacked thead th.barred { padding-right: 10.2rem; }
.points { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.foot { break-before: avoid; font-size: 8pt; }
a { color: inherit; text-decoration: none; }
a::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
p, li { orphans: 3; widows: 3; }
"""


def _rule(head: str, body: str) -> str:
    return f"{head} {{\n{body}}}\n"


STYLE = "".join(
    (
        _rule(":root", "  color-scheme: light dark;\n" + LIGHT),
        _rule("@media screen and (prefers-color-scheme: dark)", _rule(":root", DARK)),
        _SCREEN,
        _rule("@media screen and (max-width: 44rem)", _TELEPHONE),
        "@page { size: A4; margin: 16mm 15mm; }\n",
        _rule("@media print", _PAPER),
    )
)

# For a report inside somebody's own page, which has a style already.
INSIDE = "".join(
    (
        ".phare figure .narrow { display: none; }\n",
        _rule(
            "@media screen and (max-width: 44rem)",
            ".phare figure .wide { display: none; }\n.phare figure .narrow { display: block; }\n",
        ),
    )
)
