import { Html } from './html.ts';

/** A4, black on white, fonts that every system has; two role cards to a page, never cut by a page's end; what a seat can do on a sheet of its own. */
export const STYLE = new Html(`
  @page { size: A4; margin: 14mm; }
  :root { --ink: #1a1a1a; --soft: #555; --line: #b9b4a8; --tint: #f5f2ea; }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 182mm; color: var(--ink); font: 10.5pt/1.45 "Charter", "Bitstream Charter", "Cambria", "Georgia", serif; }
  h1, h2, h3, .label, th { font-family: "Avenir Next", "Segoe UI", "Helvetica Neue", "Liberation Sans", sans-serif; line-height: 1.15; }
  h1 { font-size: 26pt; margin: 0 0 2mm; letter-spacing: -0.01em; }
  h2 { font-size: 13pt; margin: 7mm 0 2mm; }
  h3 { font-size: 23pt; margin: 0; }
  p { margin: 0 0 2mm; max-width: 80ch; hyphens: auto; }
  .lead { font-size: 13pt; line-height: 1.35; }
  .label { margin: 0 0 0.5mm; color: var(--soft); font-size: 8pt; font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; }
  .note { padding: 3mm 4mm; background: var(--tint); border-left: 1mm solid var(--line); }
  .page { break-after: page; }
  .columns { display: grid; grid-template-columns: 1.25fr 1fr 1fr; gap: 7mm; margin-top: 6mm; font-size: 9.5pt; }
  .columns h2 { margin-top: 0; }
  .plain { padding: 0; list-style: none; }
  .whole { break-inside: avoid; }
  tr { break-inside: avoid; }
  ol, ul { margin: 0 0 2mm; padding-left: 5mm; }
  li { margin-bottom: 0.8mm; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: 1.2mm 3mm 1.2mm 0; border-bottom: 0.2mm solid var(--line); text-align: left; vertical-align: baseline; }
  th { font-size: 9pt; }
  .card { display: flex; flex-direction: column; gap: 2.6mm; height: 128mm; padding: 8mm 9mm; border: 0.4mm solid var(--ink); break-inside: avoid; overflow: hidden; }
  .card p { margin: 0; font-size: 12pt; }
  .card .label { margin-bottom: 0.8mm; font-size: 8.5pt; }
  .card .tagline { font-size: 14pt; font-style: italic; }
  .card .body { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 8mm; }
  .card .foot { max-width: none; margin-top: auto; padding-top: 2.5mm; border-top: 0.2mm solid var(--line); font-size: 9.5pt; color: var(--soft); }
  .card + .card { margin-top: 8mm; }
  .sheet { font-size: 8.6pt; line-height: 1.28; }
  .sheet h2 { margin: 0 0 1mm; } .sheet h2 ~ h2 { margin-top: 6mm; } .sheet h3 { margin: 4mm 0 0; font-size: 12pt; break-after: avoid; }
  .sheet h4 { margin: 2.5mm 0 1mm; font-size: 9pt; font-weight: 600; color: var(--soft); break-after: avoid; }
  .sheet p { margin: 0 0 1mm; max-width: none; }
  .deeds { columns: 2; column-gap: 7mm; }
  .deed { break-inside: avoid; padding: 1mm 0; border-top: 0.2mm solid var(--line); }
  .deed p { margin: 0; }
  .price, .does, .soft { color: var(--soft); }
  .sheet .lead { font-size: 11pt; margin-bottom: 3mm; }
  .track td, .track th { padding: 0.5mm 1.5mm 0.5mm 0; line-height: 1.2; } .track .box { width: 9mm; border: 0.2mm solid var(--line); }
  .sheet .slip ul { margin: 1mm 0 0; }
  .columns.two { grid-template-columns: 1fr 1fr; margin-top: 3mm; }
  .bars { display: grid; grid-template-columns: max-content 1fr max-content; gap: 1mm 3mm; align-items: center; font-size: 11pt; }
  .bar { height: 3mm; background: var(--ink); }
  .slips { display: grid; grid-template-columns: 1fr 1fr; gap: 0; }
  .slip { padding: 4mm; border: 0.2mm dashed var(--line); break-inside: avoid; }
  .slip p { margin: 0; }
  @media screen { body { padding: 10mm 4mm; } .page { margin-bottom: 14mm; } }
  @media screen and (max-width: 640px) { .columns { grid-template-columns: 1fr; } .deeds { columns: 1; } .card { height: auto; } .card .body, .slips { grid-template-columns: 1fr; } }
  @media print { * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
`);
