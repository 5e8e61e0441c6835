import type { MeterBrief } from '../../shared/view/brief.ts';
import type { Band } from '../../shared/view/view.ts';
import { bandText, levelOf, tenths, verdict, whole, wholeChange } from '../state/figures.ts';
import { t } from '../state/texts.ts';

/** A change with its arrow: ▲▼ for the direction, blue or orange for good or bad. Nothing if nothing changed. `exact`: with its tenths. */
export function Delta({ delta, good, exact = false }: { delta: number; good: MeterBrief['good']; exact?: boolean }) {
  const by = (exact ? tenths : whole)(Math.abs(delta));
  if (by === (exact ? tenths : whole)(0)) return null;
  const judged = verdict(delta, good);
  const words = t(delta > 0 ? 'delta.up' : 'delta.down', { by });
  return (
    <span class={`delta ${judged}`}>
      <span aria-hidden="true">
        {delta > 0 ? '▲' : '▼'} {by}
      </span>
      <span class="hidden-visually">
        {words}
        {judged === 'neutral' ? '' : ` (${t(`delta.${judged}`)})`}
      </span>
    </span>
  );
}

interface Props {
  readonly meter: MeterBrief;
  /** What is good for it, as it concerns the reader. */
  readonly good: MeterBrief['good'];
  readonly value: number;
  readonly delta: number;
  readonly onWhy: () => void;
}

/** A meter as number, word and arrow. The whole figure is the button that asks why. */
export function MeterFigure({ meter, good, value, delta, onWhy }: Props) {
  return (
    <button type="button" class="meter" onClick={onWhy} title={meter.help}>
      <span class="meter-name">
        <span>{meter.name}</span> <span class="meter-why hidden-on-phones">{t('why.short')}</span>
      </span>
      <span class="meter-figure">
        <span class="meter-value">{whole(value)}</span> <span class="small hidden-on-phones">{t(levelOf(value))}</span>{' '}
        <Delta delta={wholeChange(value, delta)} good={good} />
      </span>
      <span class="meter-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.max(0, Math.min(100, value))}%` }} />
      </span>
    </button>
  );
}

/** A meter of which only a coarse band is known. */
export function MeterBand({ meter, band }: { meter: MeterBrief; band: Band }) {
  return (
    <span class="meter" title={meter.help}>
      <span class="meter-name">{meter.name}</span>
      <span class="meter-figure">
        <strong>{t(bandText(band))}</strong> <span class="small soft">{t('meter.roughly')}</span>
      </span>
    </span>
  );
}
