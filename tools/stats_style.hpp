#pragma once
/// \file
/// The style of the page of statistics.

#include <string_view>

namespace dynabackup::tool {

/// For narrow and wide screens, for light and dark, and for paper.
inline constexpr std::string_view stats_style = R"css(
:root { color-scheme: light dark; --paper: #fff; --card: #f4f6f8; --ink: #1c2430; --soft: #5a6675; --line: #d5dbe2;
  --bar: #2a6fb5; --late: #b3261e; --error: #b3261e; --warning: #8a5a00; --note: #2a6fb5; }
@media (prefers-color-scheme: dark) { :root { --paper: #12161c; --card: #1b212a; --ink: #e6eaf0; --soft: #a3aebb;
  --line: #343d49; --bar: #6aa9e9; --late: #ff8a80; --error: #ff8a80; --warning: #f0b94d; --note: #6aa9e9; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 1.25rem 1rem 2.5rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; }
.soft, figcaption, footer, summary { color: var(--soft); font-size: .875rem; }
section { margin-top: 2rem; min-width: 0; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0; }
dl > div { background: var(--card); border-radius: .5rem; padding: .75rem .9rem; min-width: 0; display: flex;
  flex-direction: column; justify-content: space-between; }
dt { color: var(--soft); font-size: .8125rem; }
dd { margin: 0; font-size: 1.2rem; font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
dd.late { color: var(--late); }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 2rem; margin-top: 2rem; }
.grid > section { margin: 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: .9375rem; }
th, td { text-align: left; font-weight: 400; padding: .3rem .5rem .3rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; overflow-wrap: anywhere; }
thead th { color: var(--soft); font-size: .8125rem; }
td:last-child { padding-right: 0; }
.n { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.name { width: 45%; }
.track { width: 30%; padding-top: .7rem; }
.texts .name { width: 68%; }
.texts .track { width: 18%; }
.texts tbody th { font: .8125rem/1.5 ui-monospace, monospace; }
.below { display: block; color: var(--soft); font-size: .8125rem; }
svg { display: block; width: 100%; }
.track svg { height: .75rem; }
figure { margin: 0; }
figure svg { height: 9rem; border-bottom: 1px solid var(--soft); border-top: 1px dashed var(--line); }
rect { fill: var(--bar); }
rect.late, .key.late { fill: var(--late); background: var(--late); }
rect.error { fill: var(--error); }
rect.warning { fill: var(--warning); }
rect.note { fill: var(--note); }
.key { display: inline-block; width: .7em; height: .7em; border-radius: .1em; }
.axis { display: flex; justify-content: space-between; gap: 1rem; color: var(--soft); font-size: .8125rem;
  font-variant-numeric: tabular-nums; }
details { margin-top: .5rem; }
details table { max-width: 24rem; margin-top: .5rem; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .75rem; }
@media (max-width: 30rem) { .name { width: 42%; } .track { width: 24%; }
  .texts .name { width: auto; } .texts thead .n { width: 5rem; } .texts .track { display: none; } }
@media print { details { display: none; } section { break-inside: avoid; } }
)css";

} // namespace dynabackup::tool
