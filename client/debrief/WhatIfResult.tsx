import type { Spread, WhatIfAnswer } from '../../shared/whatIf.ts';
import { Delta } from '../components/MeterFigure.tsx';
import { whole } from '../state/figures.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { type Compared, endingsOf, ledgerOf, scoresOf, verdictOf } from './whatIf.ts';

/** What came of both sides of a decision: bands, never one number; in words for those who don't see them. */
export function WhatIfResult({ seat, answer }: { seat: string; answer: WhatIfAnswer }) {
  const { brief, view } = usePlay();
  const scores = scoresOf(brief, view, seat, answer);
  const ledger = ledgerOf(brief, view, answer);
  const endings = endingsOf(brief, answer);
  const [decider] = scores;
  return (
    <section class="stack loose" aria-labelledby="what-if-result">
      <h2 id="what-if-result">{t('whatif.result')}</h2>
      {decider !== undefined && <p class="headline">{verdictOf(decider, ledger)}</p>}
      <p class="small soft">{t('whatif.legend')}</p>
      <Figures title={t('whatif.scores')} rows={scores} />
      <Figures title={t('whatif.ledger')} rows={ledger} />
      <section class="sheet stack tight">
        <h3>{t('whatif.endings')}</h3>
        {endings.length === 0 && <p>{t('whatif.endings.none')}</p>}
        <ul class="stack tight">
          {endings.map(({ title, played, changed }) => (
            <li key={title} class="what-if-ending">
              <span>{title}</span>{' '}
              <strong>
                {played} <span aria-hidden="true">→</span> <span class="hidden-visually">{t('whatif.changed')}</span> {changed}
              </strong>
            </li>
          ))}
        </ul>
      </section>
      <p class="small soft">
        {t('whatif.note')} {view.round < brief.rounds && t('whatif.early', { n: view.round })}
      </p>
    </section>
  );
}

function Figures({ title, rows }: { title: string; rows: readonly Compared[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="sheet stack">
      <h3>{title}</h3>
      <ul class="what-if-figures">
        {rows.map((row) => (
          <li key={row.id}>
            <p class="what-if-name">
              <strong>{row.name}</strong> <Delta delta={Math.round(row.changed.middle) - Math.round(row.played.middle)} good={row.good} />
            </p>
            <Band label={t('whatif.played')} spread={row.played} real={row.real} />
            <Band label={t('whatif.changed')} spread={row.changed} real={row.real} changed />
            {row.real !== null && <p class="hidden-visually">{t('whatif.real', { value: whole(row.real) })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const place = (value: number): string => `${Math.max(0, Math.min(100, value))}%`;

interface BandProps {
  readonly label: string;
  readonly spread: Spread;
  readonly real: number | null;
  readonly changed?: boolean;
}

function Band({ label, spread: { low, middle, high }, real, changed = false }: BandProps) {
  return (
    <div class={`what-if-band${changed ? ' changed' : ''}`}>
      <span class="what-if-track" aria-hidden="true">
        <span class="what-if-bar" style={{ insetInlineStart: place(low), inlineSize: place(high - low) }} />
        <span class="what-if-middle" style={{ insetInlineStart: place(middle) }} />
        {real !== null && <span class="what-if-real" style={{ insetInlineStart: place(real) }} />}
      </span>
      <span class="small">
        <span class="soft">{label}</span> {t('whatif.range', { low: whole(low), high: whole(high), middle: whole(middle) })}
      </span>
    </div>
  );
}
