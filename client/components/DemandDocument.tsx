import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { DemandText, DemandView, ItemView } from '../../shared/view/view.ts';
import { comeback, comebackText } from '../state/comeback.ts';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { hasText, t, tn } from '../state/texts.ts';
import { More } from './More.tsx';

/** How strong a legal basis is, 0–3, in words. */
export function legalityText(legality: number): string {
  const key = `legality.${Math.max(0, Math.min(3, Math.round(legality)))}`;
  return hasText(key) ? t(key) : '';
}

interface ItemProps {
  readonly text: DemandText['items'][number];
  readonly item: ItemView | undefined;
}

/** An item in one line: what it is, and what a review has shown of it. */
function ItemName({ text, item }: ItemProps) {
  const { brief } = usePlay();
  const harm = item?.harm ?? null;
  const rights = item?.rights ?? null;
  return (
    <li class="small">
      <strong>{text.label}</strong>{' '}
      <span class="soft">
        {brief.classes[text.class]?.title ?? text.class}
        {item !== undefined && item.status !== 'up' && ` · ${t(`item.${item.status}`)}`}
        {harm !== null && rights !== null && ` · ${t('demand.harm', { harm })} · ${t('demand.rights', { rights })}`}
      </span>
    </li>
  );
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
            <span>{t('demand.harm', { harm })}</span> <span>{t('demand.rights', { rights })}</span>
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
  /** In short, with the rest behind a tap: where the choices below it need the room. */
  readonly short?: boolean;
  readonly children?: ComponentChildren;
}

/** A demand as the document it is: letterhead, legal basis, items, deadline; below it what the seat may do about it. */
export function DemandDocument({ text, demand, short = false, children }: Props) {
  const { brief, seat } = usePlay();
  const heading = useId();
  const to = demand === null ? null : t('demand.to', { name: demand.to === seat ? t('you') : seatName(brief, demand.to) });
  return (
    <article
      class={`document${demand !== null && demand.status !== 'live' ? ' closed' : ''}`}
      aria-labelledby={heading}
      data-testid={`demand-${demand?.id ?? text.id}`}
    >
      <div class="document-head">
        <span class="letterhead">{text.letterhead}</span>
        {to !== null && !short && <span>{to}</span>}
      </div>
      <div class="document-body">
        <h3 id={heading}>{text.title}</h3>
        {short ? (
          <>
            <ul class="facts">
              <Deadline demand={demand} />
              {demand !== null && <li class="tag">{demand.to === seat ? <HowItCame demand={demand} /> : to}</li>}
            </ul>
            <ul class="short-items">
              {text.items.map((item) => (
                <ItemName key={item.id} text={item} item={demand?.items.find((entry) => entry.id === item.id)} />
              ))}
            </ul>
            <More about={text.title} picked={false}>
              <Paper text={text} demand={demand} />
            </More>
          </>
        ) : (
          <Paper text={text} demand={demand} whole />
        )}
        {children}
      </div>
    </article>
  );
}

/** That it is asked once more; of a new demand, how it was sent. */
function HowItCame({ demand }: { demand: DemandView }) {
  const { view, events } = usePlay();
  const event = comeback(events, demand, view.round);
  return <>{event === null ? t(`formality.${demand.formality}`) : t('demand.again.short', { n: event.round })}</>;
}

/** Why it is asked once more, where it had an answer in an earlier round. */
function Comeback({ demand }: { demand: DemandView }) {
  const { view, events } = usePlay();
  const event = comeback(events, demand, view.round);
  return event === null ? null : <p class="small">{t(comebackText(event), { n: event.round })}</p>;
}

/** When an answer is due. */
function Deadline({ demand }: Pick<Props, 'demand'>) {
  const { view } = usePlay();
  return demand === null ? null : <li class="tag strong">{deadlineText(demand, view.round)}</li>;
}

/** What the paper says. `whole`: with the deadline, which stands above it where it is told in short. */
function Paper({ text, demand, whole = false }: Pick<Props, 'text' | 'demand'> & { whole?: boolean }) {
  return (
    <>
      <ul class="facts">
        {whole && <Deadline demand={demand} />}
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
