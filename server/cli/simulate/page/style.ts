import { Html } from '../../print/html.ts';

/** Light and dark, screen and paper; fonts that every system has. */
export const STYLE = new Html(`
  :root { color-scheme: light dark; --paper: #fbfaf6; --card: #fff; --ink: #1c232e; --soft: #5b6472; --line: #dcd8cd; --tint: #f1eee5;
    --regulator: #b4530a; --platform: #1d5fbf; --activist: #7a3db8; --world: #0b7468; --good: #15803d; --bad: #b91c1c; --warn: #92600a; }
  @media screen and (prefers-color-scheme: dark) { :root { --paper: #14181f; --card: #1b212b; --ink: #e8eaee; --soft: #a3acba; --line: #343d4b; --tint: #232b37;
    --regulator: #f0a35e; --platform: #82b1ff; --activist: #c79bf2; --world: #5cc8b8; --good: #56c27c; --bad: #f58a8a; --warn: #e0b04a; } }
  * { box-sizing: border-box; }
  body { margin: 0 auto; padding: 2.5rem 1.25rem 5rem; max-width: 76rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 "Avenir Next", "Segoe UI", "Helvetica Neue", "Liberation Sans", sans-serif; }
  h1 { margin: 0; font-size: 2.6rem; line-height: 1.1; letter-spacing: -0.02em; }
  h2 { margin: 3.5rem 0 0.25rem; font-size: 1.5rem; letter-spacing: -0.01em; }
  h3 { margin: 0 0 0.4rem; font-size: 1rem; }
  p { margin: 0 0 0.75rem; max-width: 75ch; }
  .lead { font-size: 1.15rem; }
  .soft, figcaption, .soft td { color: var(--soft); }
  figcaption { font-size: 0.9rem; }
  figure { margin: 0; }
  nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 1.25rem 0 0; padding: 0.6rem 0; border-block: 1px solid var(--line); }
  a { color: inherit; text-underline-offset: 0.2em; text-decoration-color: var(--line); }
  a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--platform); outline-offset: 2px; }
  .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1rem; margin-top: 1.5rem; }
  .tile, .card { padding: 1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem; break-inside: avoid; }
  .tile b { display: block; font-size: 2rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
  .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 1rem; margin-top: 1rem; }
  .grid.small { grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); }
  .targets { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0.75rem; }
  .targets li { display: grid; grid-template-columns: auto 1fr; align-content: start; gap: 0 0.8rem; }
  .targets p { margin: 0; }
  .mark { grid-row: span 5; width: 1.9rem; height: 1.9rem; border-radius: 50%; display: grid; place-items: center; color: var(--card); font-weight: 700; }
  .met .mark { background: var(--good); } .missed .mark { background: var(--bad); } .close .mark { background: var(--warn); } .unmeasured .mark { background: var(--soft); }
  .verdict { display: inline-block; margin-right: 0.3rem; font-weight: 700; } .verdict::first-letter { text-transform: uppercase; } .verdict::after { content: "."; }
  .met .verdict { color: var(--good); } .missed .verdict { color: var(--bad); } .close .verdict { color: var(--warn); } .unmeasured .verdict { color: var(--soft); }
  .missed { border-color: var(--bad); }
  p.close { font-weight: 600; }
  .bots { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; margin: 0.5rem 0; } .bots dt { font-weight: 600; } .bots dd { margin: 0; }
  .legend { margin-top: 0.75rem; max-width: 90ch; font-size: 0.92rem; }
  code { font: 0.85em/1.4 ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", monospace; overflow-wrap: anywhere; }
  .scroll { overflow-x: auto; margin-top: 0.75rem; }
  table { border-collapse: collapse; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
  caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
  th, td { padding: 0.3rem 0.9rem 0.3rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: baseline; }
  thead th { color: var(--soft); font-weight: 600; font-size: 0.85rem; }
  .n { text-align: right; }
  tbody th { font-weight: 500; }
  tr { break-inside: avoid; }
  .heat td, .heat thead th { padding: 0.3rem 0.5rem; text-align: right; }
  .heat thead th { vertical-align: bottom; }
  .heat td { border: 1px solid var(--card); }
  .up { background: color-mix(in oklab, var(--good) calc(var(--h) * 55%), var(--card)); }
  .down { background: color-mix(in oklab, var(--bad) calc(var(--h) * 55%), var(--card)); }
  .best { font-weight: 800; text-decoration: underline; text-underline-offset: 0.2em; }
  details { margin-top: 0.75rem; } summary { cursor: pointer; color: var(--soft); }
  svg { display: block; width: 100%; height: auto; overflow: visible; }
  svg text { fill: var(--soft); font-size: 11px; }
  .axis { stroke: var(--line); } .zero { stroke: var(--soft); stroke-dasharray: 3 3; }
  .regulator { --tone: var(--regulator); } .platform { --tone: var(--platform); } .activist { --tone: var(--activist); } .world { --tone: var(--world); }
  .bar { fill: var(--tone, var(--world)); opacity: 0.72; } .range { fill: var(--tint); } .mean { stroke: var(--ink); stroke-width: 2; }
  .interval { fill: var(--ink); opacity: 0.22; }
  .outer { fill: var(--tone); opacity: 0.16; } .inner { fill: var(--tone); opacity: 0.3; } .middle { fill: none; stroke: var(--tone); stroke-width: 2; }
  .numbered text { fill: var(--card); font-size: 8px; font-weight: 700; pointer-events: none; } .numbered .dot { stroke: var(--card); stroke-width: 0.5; }
  .dot { fill: var(--tone); } .whisker { stroke: var(--tone); stroke-width: 2; opacity: 0.6; }
  .strip { width: 9rem; } .strip svg { width: 9rem; }
  .name { border-left: 4px solid var(--tone); padding-left: 0.5rem; }
  footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9rem; }
  @media print { @page { size: A4; margin: 13mm; } body { padding: 0; max-width: none; font-size: 9.5pt; } nav, summary { display: none; } h2 { margin-top: 8mm; break-after: avoid; }
    .scroll { overflow: visible; } .grid { grid-template-columns: repeat(3, 1fr); } .grid.small { grid-template-columns: repeat(4, 1fr); } .targets { grid-template-columns: 1fr 1fr; }
    .heat { font-size: 7pt; } .heat td, .heat thead th { padding: 0.15rem 0.25rem; } .heat thead th { font-size: 6.5pt; max-width: 3.4rem; hyphens: auto; } table { font-size: 8pt; } thead th { font-size: 7.5pt; } .strip, .strip svg { width: 5rem; } .scroll td svg { max-width: 8rem; } .heat tr, section > .grid > * { break-inside: avoid; } * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
`);
