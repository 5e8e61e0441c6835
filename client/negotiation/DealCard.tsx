import type { ComponentChildren } from 'preact';
import type { PactView } from '../../shared/view/pactsFor.ts';
import { Crest } from '../components/Crest.tsx';
import { seatBrief, seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { givenBy } from './deals.ts';
import { moneyName } from './promised.ts';

interface Props {
  readonly pact: PactView;
  readonly title: string;
  /** The seat whose side comes first. */
  readonly first: string;
  readonly second: string;
  readonly children?: ComponentChildren;
}

/** A deal in words: who gives what, until when, and who knows of it. */
export function DealCard({ pact, title, first, second, children }: Props) {
  const { brief } = usePlay();
  const role = seatBrief(brief, pact.from)?.role ?? 'none';
  return (
    <li class={`deal stack tight role-${role}`} data-pact={pact.id} data-status={pact.status}>
      <div class="deal-head">
        {role !== 'none' && <Crest role={role} />}
        <h4>{title}</h4>
      </div>
      <dl class="deal-sides">
        <Gives pact={pact} seat={first} />
        <Gives pact={pact} seat={second} />
      </dl>
      <p class="small soft">
        {t('deal.until', { n: pact.until })} · {t(pact.public ? 'deal.public' : 'deal.private')}
      </p>
      {children}
    </li>
  );
}

function Gives({ pact, seat: self }: { pact: PactView; seat: string }) {
  const { brief, seat } = usePlay();
  const side = givenBy(pact, self);
  const term = side.term === null ? undefined : brief.pacts?.terms[side.term];
  return (
    <div>
      <dt class="small soft">{self === seat ? t('deal.you-give') : t('deal.gives', { who: seatName(brief, self) })}</dt>
      <dd>
        {term !== undefined && (
          <p>
            <strong>{term.title}.</strong> <span class="small">{term.text}</span>
            {pact.status === 'agreed' && side.fate !== 'open' && <strong class="small"> {t(`pact.${side.fate}`)}</strong>}
          </p>
        )}
        {side.pay > 0 && <p>{t(side.held > 0 ? 'deal.money.aside' : 'deal.money', { n: side.pay, money: moneyName(brief, self) })}</p>}
        {term === undefined && side.pay === 0 && <p>{t('deal.nothing')}</p>}
      </dd>
    </div>
  );
}
