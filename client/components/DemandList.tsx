import type { ComponentChildren } from 'preact';
import type { DemandView } from '../../shared/view/view.ts';
import type { ShownDemand } from '../state/demands.ts';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { DemandDocument } from './DemandDocument.tsx';

interface Props {
  readonly title: string;
  readonly demands: readonly ShownDemand[];
  /** What stands at the foot of a document that the seat has to deal with. */
  readonly below?: (demand: DemandView) => ComponentChildren;
}

/** Demands as documents: those on the desk, then those of the own seat; those of others behind a tap. */
export function DemandList({ title, demands, below }: Props) {
  const { seat } = usePlay();
  const desk = demands.filter(({ demand }) => demand === null);
  const own = demands.filter(({ demand }) => demand !== null && (demand.to === seat || demand.from === seat));
  const others = demands.filter(({ demand }) => demand !== null && demand.to !== seat && demand.from !== seat);
  return (
    <>
      {own.length > 0 && <Documents id="demands" title={title} demands={own} below={below} />}
      {desk.length > 0 && <Documents id="desk" title={t('demands.desk')} demands={desk} below={undefined} />}
      {others.length > 0 && <Others demands={others} below={below} />}
    </>
  );
}

function Documents({ id, title, demands, below }: { id: string; title: string; demands: readonly ShownDemand[]; below: Props['below'] | undefined }) {
  return (
    <section class="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {demands.map(({ key, text, demand }) => <DemandDocument key={key} text={text} demand={demand}>{demand !== null && below?.(demand)}</DemandDocument>)}
    </section>
  );
}

function Others({ demands, below }: { demands: readonly ShownDemand[]; below: Props['below'] | undefined }) {
  const { brief } = usePlay();
  return (
    <section class="stack tight" aria-labelledby="others-title">
      <h2 id="others-title">{t('demands.others')}</h2>
      {demands.map(({ key, text, demand }) => (
        <details key={key}>
          <summary>{text.title} → {demand === null ? '' : seatName(brief, demand.to)}</summary>
          <DemandDocument text={text} demand={demand}>{demand !== null && below?.(demand)}</DemandDocument>
        </details>
      ))}
    </section>
  );
}
