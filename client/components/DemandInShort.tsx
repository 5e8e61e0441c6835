import type { DemandText, DemandView, ItemView } from '../../shared/view/view.ts';
import { comeback } from '../state/comeback.ts';
import { shown } from '../state/figures.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { Paper } from './DemandDocument.tsx';
import { More } from './More.tsx';

/** An item in one line: what it is, and what a review has shown of it. */
function ItemName({ text, item }: { text: DemandText['items'][number]; item: ItemView | undefined }) {
  const { brief } = usePlay();
  const harm = item?.harm ?? null;
  const rights = item?.rights ?? null;
  return (
    <li class="small">
      <strong>{text.label}</strong>{' '}
      <span class="soft">
        {brief.classes[text.class]?.title ?? text.class}
        {item !== undefined && item.status !== 'up' && ` · ${t(`item.${item.status}`)}`}
        {harm !== null &&
          rights !== null &&
          ` · ${t('demand.harm', { harm: shown(harm) })} · ${t('demand.rights', { rights: shown(rights) })}`}
      </span>
    </li>
  );
}

/** Who asks for what in a demand, with the rest of the paper behind a tap: where the choices below it need the room. */
export function DemandInShort({ text, demand }: { text: DemandText; demand: DemandView }) {
  return (
    <div class="in-short">
      <p class="letterhead-line tiny soft">{text.letterhead}</p>
      <ul class="short-items">
        {text.items.map((item) => (
          <ItemName key={item.id} text={item} item={demand.items.find((entry) => entry.id === item.id)} />
        ))}
      </ul>
      <More about={text.title} picked={false}>
        <p class="letterhead tiny">{text.letterhead}</p>
        <Paper text={text} demand={demand} />
      </More>
    </div>
  );
}

/** That a demand is asked once more; of a new one, how it was sent. */
export function useHowItCame(demand: DemandView): string {
  const { view, events } = usePlay();
  const event = comeback(events, demand, view.round);
  return event === null ? t(`formality.${demand.formality}`) : t('demand.again.short', { n: event.round });
}
