import type { PactView } from '../../shared/view/pactsFor.ts';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { t } from '../state/texts.ts';
import { DealCard } from './DealCard.tsx';
import { moneyOf, partnerIn } from './deals.ts';
import { moneyName } from './promised.ts';

type Answer = 'accept' | 'decline' | 'withdraw';

interface Answering {
  readonly pact: PactView;
  readonly seat: string;
  readonly onDone: (what: string) => void;
}

function useAnswer({ pact, seat, onDone }: Answering) {
  const { session, brief } = usePlay();
  const { problem, busy, run } = useRequest();
  const give = async (answer: Answer) => {
    const went = await run(() => session.answerPact(pact.id, answer));
    if (went) onDone(t(`deal.done.${answer}`, { who: seatName(brief, partnerIn(pact, seat)) }));
  };
  return { problem, busy, give };
}

/** An offer that waits for an answer of this seat. */
export function OfferToMe(props: Answering) {
  const { pact, seat } = props;
  const { brief, view } = usePlay();
  const { problem, busy, give } = useAnswer(props);
  const who = seatName(brief, pact.from);
  const money = moneyOf(brief, view, seat);
  const isPoor = money !== null && money.has < pact.get.pay;
  return (
    <DealCard pact={pact} title={t('deal.by', { who })} first={pact.from} second={seat}>
      {isPoor && <p class="small">{t('deal.poor', { n: money.has, money: moneyName(brief, seat) })}</p>}
      <ProblemNote problem={problem} />
      <div class="row">
        <button
          type="button"
          class="button primary"
          aria-label={t('deal.accept.of', { who })}
          disabled={isPoor}
          aria-busy={busy}
          onClick={() => give('accept')}
        >
          {t('deal.accept')}
        </button>
        <button type="button" class="button" aria-label={t('deal.decline.of', { who })} aria-busy={busy} onClick={() => give('decline')}>
          {t('deal.decline')}
        </button>
      </div>
    </DealCard>
  );
}

/** An open offer of this seat, which may be taken back. */
export function MyOffer(props: Answering) {
  const { pact, seat } = props;
  const { brief } = usePlay();
  const { problem, busy, give } = useAnswer(props);
  const who = seatName(brief, pact.to);
  return (
    <DealCard pact={pact} title={t('deal.mine', { who })} first={seat} second={pact.to}>
      <p class="small">
        <strong>{t('deal.status.open')}</strong>
      </p>
      <ProblemNote problem={problem} />
      <div class="row">
        <button type="button" class="button" aria-label={t('deal.withdraw.to', { who })} aria-busy={busy} onClick={() => give('withdraw')}>
          {t('deal.withdraw')}
        </button>
      </div>
    </DealCard>
  );
}
