import { useRef } from 'preact/hooks';
import type { Choosable } from '../state/demands.ts';
import { isPicked } from '../state/draft.ts';
import type { Folds } from '../state/folds.ts';
import { actionTitle, seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { AnswerGroup } from './AnswerGroup.tsx';
import { deadlineText } from './DemandDocument.tsx';
import { DemandInShort, useHowItCame } from './DemandInShort.tsx';
import type { Deciding } from './deciding.ts';
import { useBroughtIntoView } from './useBroughtIntoView.ts';

interface Props {
  readonly demands: readonly Choosable[];
  readonly folds: Folds;
  readonly deciding: Deciding;
}

/** The demands that a seat decides on: each in a line that says what is picked, and opens into the paper and the choices. */
export function DemandChoices({ demands, folds, deciding }: Props) {
  return (
    <section class="stack tight" aria-labelledby="decide-title">
      <h2 id="decide-title" class="hidden-on-phones">
        {t('demands.title')}
      </h2>
      {demands.map((entry) => (
        <DemandChoice key={entry.demand.id} entry={entry} folds={folds} deciding={deciding} />
      ))}
    </section>
  );
}

function DemandChoice({ entry: { text, demand, slots }, folds, deciding }: Omit<Props, 'demands'> & { entry: Choosable }) {
  const { brief, seat, view } = usePlay();
  const line = useRef<HTMLElement>(null);
  const isOpen = folds.open === demand.id;
  useBroughtIntoView(line, isOpen, folds.led);
  const came = useHowItCame(demand);
  const isOwn = demand.to === seat;
  const deadline = deadlineText(demand, view.round);
  return (
    <details
      class="document choice"
      open={isOpen}
      data-testid={`demand-${demand.id}`}
      onToggle={({ currentTarget: { open } }) => {
        if (open !== isOpen) folds.turnTo(open ? demand.id : null);
      }}
    >
      <summary ref={line}>
        <h3>{text.title}</h3>
        <span class="small soft">
          {isOwn ? `${deadline} · ${came}` : `${t('demand.to', { name: seatName(brief, demand.to) })} · ${deadline}`}
        </span>
        {!isOpen && slots.map((slot) => <Picked key={slot.slot} options={slot.options} deciding={deciding} />)}
      </summary>
      <div class="document-body">
        <DemandInShort text={text} demand={demand} />
        {slots.map((slot) => (
          <AnswerGroup
            key={slot.slot}
            legend={t(isOwn ? 'answer.legend' : 'commitment.legend')}
            options={slot.options}
            deciding={deciding}
          />
        ))}
      </div>
    </details>
  );
}

/** What is picked for a demand; else what happens by itself. */
function Picked({ options, deciding: { draft } }: { options: Choosable['slots'][number]['options']; deciding: Deciding }) {
  const { brief } = usePlay();
  const picked = options.find((option) => isPicked(draft, option));
  if (picked !== undefined) return <strong class="small picked">{actionTitle(brief, picked.action)}</strong>;
  const fallback = options.find((option) => option.fallback);
  return (
    <span class="small">
      {fallback === undefined ? t('demand.pick.none') : t('demand.pick.fallback', { action: actionTitle(brief, fallback.action) })}
    </span>
  );
}
