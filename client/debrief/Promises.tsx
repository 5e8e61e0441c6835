import type { PactView } from '../../shared/view/pactsFor.ts';
import { WhyButton } from '../components/WhyButton.tsx';
import { moneyName } from '../negotiation/promised.ts';
import { seatName } from '../state/labels.ts';
import { is } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** What seats promised each other, what became of it, and where the money went. Nothing if nobody made a pact. */
export function Promises() {
  const { brief, view } = usePlay();
  const pacts = view.pacts.filter(({ agreed }) => agreed !== null);
  if (pacts.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="promises-title" data-testid="promises">
      <h2 id="promises-title">{t('pact.title')}</h2>
      <ul class="stack">
        {pacts.map((pact) => (
          <li key={pact.id} class="stack tight">
            <h3>
              {t('pact.pair', { who: seatName(brief, pact.from), partner: seatName(brief, pact.to) })}{' '}
              <span class="soft small">
                {t(pact.public ? 'pact.public' : 'pact.private')} {t('why.round', { n: pact.agreed ?? pact.offered })}
              </span>
            </h3>
            <ul class="stack tight">
              <Side pact={pact} gives="give" />
              <Side pact={pact} gives="get" />
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One party's promise with its fate, and its payment. */
function Side({ pact, gives }: { pact: PactView; gives: 'give' | 'get' }) {
  const { brief, events } = usePlay();
  const [self, side, other] = gives === 'give' ? ([pact.from, pact.give, pact.get] as const) : ([pact.to, pact.get, pact.give] as const);
  const who = seatName(brief, self);
  const judged = events.filter(is('promiseJudged')).find((event) => event.pact === pact.id && event.seat === self);
  const term = side.term === null ? null : (brief.pacts?.terms[side.term]?.title ?? side.term);
  return (
    <>
      {term !== null && (
        <li class="small">
          <strong>{t(`pact.${side.fate}`)}</strong> {t('pact.promised', { who, term })}{' '}
          {judged !== undefined && <WhyButton what={t('pact.promised', { who, term })} question={{ kind: 'event', event: judged.id }} />}
        </li>
      )}
      {side.pay > 0 && (
        <li class="small">{t(other.fate === 'broken' ? 'pact.back' : 'pact.paid', { who, n: side.pay, money: moneyName(brief, self) })}</li>
      )}
    </>
  );
}
