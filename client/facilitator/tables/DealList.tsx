import type { ConsoleDeal } from '../../../shared/workshop.ts';
import { givenBy } from '../../negotiation/deals.ts';
import { moneyName } from '../../negotiation/promised.ts';
import { seatName } from '../../state/labels.ts';
import { t, tn } from '../../state/texts.ts';
import { useConsole } from '../console/console.ts';

const isLive = ({ status }: ConsoleDeal): boolean => status === 'open' || status === 'agreed';

/** What the seats offered each other: open offers and deals in force first, then those that are over; the newest first in both. */
export function DealList({ deals, open = false }: { deals: readonly ConsoleDeal[]; open?: boolean }) {
  if (deals.length === 0) return null;
  const newest = deals.toReversed();
  const live = newest.filter(isLive);
  const over = newest.filter((deal) => !isLive(deal));
  return (
    <details class="sheet" open={open}>
      <summary>{tn('console.deals', deals.length, { live: live.length })}</summary>
      <ul class="stack tight">
        {[...live, ...over].map((deal) => (
          <DealLine key={`${deal.table} ${deal.id}`} deal={deal} />
        ))}
      </ul>
    </details>
  );
}

function DealLine({ deal }: { deal: ConsoleDeal }) {
  const { brief, tables } = useConsole();
  const n = tables.find(({ code }) => code === deal.table)?.number;
  const names = { from: seatName(brief, deal.from), to: seatName(brief, deal.to) };
  return (
    <li class="said-line deal-line" data-status={deal.status}>
      <div class="stack tight">
        <p class="small soft">
          {n !== undefined && `${t('console.table', { n })} · `}
          {t('console.deals.line', { ...names, round: deal.offered })} · {t(deal.public ? 'deal.public' : 'deal.private')}
        </p>
        <Gives deal={deal} seat={deal.from} />
        <Gives deal={deal} seat={deal.to} />
        <p class="small soft">{t('deal.until', { n: deal.until })}</p>
      </div>
      <span class={isLive(deal) ? 'tag strong' : 'tag'}>{t(`deal.status.${deal.status}`)}</span>
    </li>
  );
}

/** What one of the two gives, and whether it kept its word. */
function Gives({ deal, seat }: { deal: ConsoleDeal; seat: string }) {
  const { brief } = useConsole();
  const { term, pay, fate } = givenBy(deal, seat);
  const promise = term === null ? null : (brief.pacts?.terms[term]?.title ?? term);
  return (
    <p>
      {t('deal.gives', { who: seatName(brief, seat) })}:{' '}
      {promise !== null && (
        <>
          <strong>{promise}.</strong> {fate !== 'open' && t(`pact.${fate}`)}{' '}
        </>
      )}
      {pay > 0 && t('deal.money', { n: pay, money: moneyName(brief, seat) })}
      {promise === null && pay === 0 && t('deal.nothing')}
    </p>
  );
}
