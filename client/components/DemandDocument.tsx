import { useId } from 'preact/hooks';
import type { DemandText, DemandView, ItemView } from '../../shared/view/view.ts';
import { comeback, comebackText } from '../state/comeback.ts';
import { shown } from '../state/figures.ts';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { hasText, t, tn } from '../state/texts.ts';

/** How strong a legal basis is, 0–3, in words. */
export function legalityText(legality: number): string {
  const key = `legality.${Math.max(0, Math.min(3, Math.round(legality)))}`;
  return hasText(key) ? t(key) : '';
}

interface ItemProps {
  readonly text: DemandText['items'][number];
  readonly item: ItemView | undefined;
}

/** An item in full: with what the demand claims of it. */
function Item({ text, item }: ItemProps) {
  const { brief } = usePlay();
  const harm = item?.harm ?? null;
  const rights = item?.rights ?? null;
  return (
    <li class="item">
      <div class="stack tight">
        <p>
          <strong>{text.label}</strong> <span class="tag">{brief.classes[text.class]?.title ?? text.class}</span>
        </p>
        <p class="small">
          <span class="soft">{t('demand.claim')}</span> {text.claim}
        </p>
        {item !== undefined && item.status !== 'up' && (
          <p class="small">
            <strong>{t(`item.${item.status}`)}</strong>
          </p>
        )}
        {harm !== null && rights !== null ? (
          <p class="item-known small">
            <span>{t('demand.harm', { harm: shown(harm) })}</span> <span>{t('demand.rights', { rights: shown(rights) })}</span>
          </p>
        ) : (
          <p class="small soft">{t('demand.unknown')}</p>
        )}
      </div>
    </li>
  );
}

/** How long there is left to answer, or what became of the demand. */
export function deadlineText(demand: DemandView, round: number): string {
  const left = demand.due - round;
  if (demand.status !== 'live') return t(`demand.status.${demand.status}`);
  return left <= 0 ? t('demand.due.now') : tn('demand.due', left);
}

interface Props {
  readonly text: DemandText;
  /** The demand as issued; null while it is only a paper on the regulator's desk. */
  readonly demand: DemandView | null;
}

/** A demand as the document it is: letterhead, legal basis, items, deadline. */
export function DemandDocument({ text, demand }: Props) {
  const { brief, seat } = usePlay();
  const heading = useId();
  return (
    <article
      class={`document${demand !== null && demand.status !== 'live' ? ' closed' : ''}`}
      aria-labelledby={heading}
      data-testid={`demand-${demand?.id ?? text.id}`}
    >
      <div class="document-head">
        <span class="letterhead">{text.letterhead}</span>
        {demand !== null && <span>{t('demand.to', { name: demand.to === seat ? t('you') : seatName(brief, demand.to) })}</span>}
      </div>
      <div class="document-body">
        <h3 id={heading}>{text.title}</h3>
        <Paper text={text} demand={demand} whole />
      </div>
    </article>
  );
}

/** Why it is asked once more, where it had an answer in an earlier round. */
function Comeback({ demand }: { demand: DemandView }) {
  const { view, events } = usePlay();
  const event = comeback(events, demand, view.round);
  return event === null ? null : <p class="small">{t(comebackText(event), { n: event.round })}</p>;
}

/** What the paper says. `whole`: with the deadline, where it does not stand above. */
export function Paper({ text, demand, whole = false }: Props & { whole?: boolean }) {
  const { view } = usePlay();
  return (
    <>
      <ul class="facts">
        {whole && demand !== null && <li class="tag strong">{deadlineText(demand, view.round)}</li>}
        {demand !== null && <li class="tag">{t(`formality.${demand.formality}`)}</li>}
        <li class="tag">{t('demand.evidence', { evidence: t(`evidence.${text.evidence}`) })}</li>
        <li class="tag">{t(`scope.${text.scope}`)}</li>
        {demand !== null && <li class="tag">{demand.public ? t('demand.public') : t('demand.private')}</li>}
      </ul>
      {demand !== null && <Comeback demand={demand} />}
      <p>{text.text}</p>
      <p class="small">
        <span class="soft">{t('demand.basis')}</span> {text.basis} – <strong>{legalityText(text.legality)}</strong>
      </p>
      <ol class="items">
        {text.items.map((item) => (
          <Item key={item.id} text={item} item={demand?.items.find((entry) => entry.id === item.id)} />
        ))}
      </ol>
    </>
  );
}
