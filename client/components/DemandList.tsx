import type { DemandText, DemandView } from '../../shared/view/view.ts';
import type { ShownDemand } from '../state/demands.ts';
import { seatName } from '../state/labels.ts';
import { NARROW, useMedia } from '../state/media.ts';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';
import { DemandDocument, deadlineText, legalityText } from './DemandDocument.tsx';

interface Props {
  readonly title: string;
  readonly demands: readonly ShownDemand[];
  /** Whether all papers are folded, or one's own lie open to be read. */
  readonly folded?: boolean;
}

/** Demands to read as documents: those of the own seat, then those on the desk; those of others behind a tap. */
export function DemandList({ title, demands, folded = false }: Props) {
  const { seat } = usePlay();
  const desk = demands.filter(({ demand }) => demand === null);
  const own = demands.filter(({ demand }) => demand !== null && (demand.to === seat || demand.from === seat));
  const others = demands.filter(({ demand }) => demand !== null && demand.to !== seat && demand.from !== seat);
  const Papers = folded ? Folded : Documents;
  return (
    <>
      {own.length > 0 && <Papers id="demands" title={title} demands={own} />}
      {desk.length > 0 && <Papers id="desk" title={t('demands.desk')} demands={desk} />}
      {others.length > 0 && <Folded id="others" title={t('demands.others')} demands={others} />}
    </>
  );
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly demands: readonly ShownDemand[];
}

function Documents({ id, title, demands }: Group) {
  return (
    <section class="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {demands.map(({ key, text, demand }) => (
        <DemandDocument key={key} text={text} demand={demand} />
      ))}
    </section>
  );
}

/** On a phone, more folded papers than these stand behind one tap together. */
const MOST_LISTED = 1;

/** Documents behind a tap: title, and when the own answer is due, to whom it went or how strong it stands. */
function Folded({ id, title, demands }: Group) {
  const { brief, view, seat } = usePlay();
  const narrow = useMedia(NARROW);
  const about = (text: DemandText, demand: DemandView | null) => {
    if (demand === null) return legalityText(text.legality);
    return demand.to === seat ? deadlineText(demand, view.round) : t('demand.to', { name: seatName(brief, demand.to) });
  };
  const papers = demands.map(({ key, text, demand }) => (
    <details key={key}>
      <summary>
        {text.title} <span class="small soft">{about(text, demand)}</span>
      </summary>
      <DemandDocument text={text} demand={demand} />
    </details>
  ));
  const heading = <h2 id={`${id}-title`}>{title}</h2>;
  return (
    <section class="stack tight" aria-labelledby={`${id}-title`}>
      {narrow && demands.length > MOST_LISTED ? (
        <details class="papers">
          <summary>
            {heading} <span class="small soft">{tn('demands.papers', demands.length)}</span>
          </summary>
          <div class="stack tight">{papers}</div>
        </details>
      ) : (
        <>
          {heading}
          {papers}
        </>
      )}
    </section>
  );
}
