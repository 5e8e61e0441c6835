import type { ComponentChildren } from 'preact';
import type { DemandView } from '../../shared/view/view.ts';
import type { ShownDemand } from '../state/demands.ts';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { DemandDocument, legalityText } from './DemandDocument.tsx';

interface Props {
  readonly title: string;
  readonly demands: readonly ShownDemand[];
  /** What stands at the foot of a document that the seat has to deal with. */
  readonly below?: (demand: DemandView) => ComponentChildren;
  /** Whether the papers on the desk lie open to be read, or folded to choose from. */
  readonly folded?: boolean;
}

/** Demands as documents: those on the desk, then those of the own seat; those of others behind a tap. */
export function DemandList({ title, demands, below, folded = false }: Props) {
  const { seat } = usePlay();
  const desk = demands.filter(({ demand }) => demand === null);
  const own = demands.filter(({ demand }) => demand !== null && (demand.to === seat || demand.from === seat));
  const others = demands.filter(({ demand }) => demand !== null && demand.to !== seat && demand.from !== seat);
  return (
    <>
      {own.length > 0 && <Documents id="demands" title={title} demands={own} below={below} />}
      {desk.length > 0 &&
        (folded ? (
          <Folded id="desk" title={t('demands.desk')} demands={desk} below={undefined} />
        ) : (
          <Documents id="desk" title={t('demands.desk')} demands={desk} below={undefined} />
        ))}
      {others.length > 0 && <Folded id="others" title={t('demands.others')} demands={others} below={below} />}
    </>
  );
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly demands: readonly ShownDemand[];
  readonly below: Props['below'] | undefined;
}

function Documents({ id, title, demands, below }: Group) {
  return (
    <section class="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {demands.map(({ key, text, demand }) => (
        <DemandDocument key={key} text={text} demand={demand}>
          {demand !== null && below?.(demand)}
        </DemandDocument>
      ))}
    </section>
  );
}

/** Documents behind a tap: title, and to whom it went or how strong it stands. */
function Folded({ id, title, demands, below }: Group) {
  const { brief } = usePlay();
  return (
    <section class="stack tight" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {demands.map(({ key, text, demand }) => (
        <details key={key}>
          <summary>
            {text.title}{' '}
            <span class="small soft">
              {demand === null ? legalityText(text.legality) : t('demand.to', { name: seatName(brief, demand.to) })}
            </span>
          </summary>
          <DemandDocument text={text} demand={demand}>
            {demand !== null && below?.(demand)}
          </DemandDocument>
        </details>
      ))}
    </section>
  );
}
