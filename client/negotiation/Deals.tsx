import { useState } from 'preact/hooks';
import type { PactView } from '../../shared/view/pactsFor.ts';
import { EffectLines } from '../components/EffectLines.tsx';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { actionTitle, seatBrief, seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { t } from '../state/texts.ts';
import { DealCard, moneyName } from './DealCard.tsx';
import { dealsOf, moneyOf, partnerIn } from './deals.ts';
import { OfferForm } from './OfferForm.tsx';

type Answer = 'accept' | 'decline' | 'withdraw';

/** The deals of a seat: what waits for an answer, what binds it, and a new offer. */
export function Deals({ seat }: { seat: string }) {
  const { brief, view, team } = usePlay();
  const [done, setDone] = useState('');
  if (brief.pacts === null) {
    return (
      <>
        <p>{t('deal.none')}</p>
        <Together seat={seat} />
      </>
    );
  }
  const { toMe, fromMe, running, others, over } = dealsOf(view, seat);
  return (
    <>
      <p>{t('deal.intro')}</p>
      {team !== null && <p class="small soft">{t('deal.team')}</p>}
      <p role="status">{done}</p>
      <section class="stack tight" aria-labelledby="deals-to-you">
        <h3 id="deals-to-you">{t('deal.to-you')}</h3>
        {toMe.length === 0 && <p class="soft">{t('deal.to-you.none')}</p>}
        <ul class="stack">
          {toMe.map((pact) => (
            <OfferToMe key={pact.id} pact={pact} seat={seat} onDone={setDone} />
          ))}
        </ul>
      </section>
      <Group id="deals-from-you" title={t('deal.from-you')} pacts={fromMe}>
        {(pact) => <MyOffer key={pact.id} pact={pact} seat={seat} onDone={setDone} />}
      </Group>
      <Group id="deals-running" title={t('deal.running')} pacts={running}>
        {(pact) => <Bound key={pact.id} pact={pact} seat={seat} />}
      </Group>
      <OfferForm seat={seat} />
      <Together seat={seat} />
      <Group id="deals-others" title={t('deal.others')} pacts={others}>
        {(pact) => (
          <DealCard
            key={pact.id}
            pact={pact}
            title={t('pact.pair', { who: seatName(brief, pact.from), partner: seatName(brief, pact.to) })}
            first={pact.from}
            second={pact.to}
          >
            <p class="small">
              <strong>{t(`deal.status.${pact.status}`)}</strong>
            </p>
          </DealCard>
        )}
      </Group>
      {over.length > 0 && (
        <details>
          <summary>{t('deal.over')}</summary>
          <ul class="stack">
            {over.map((pact) => (
              <Bound key={pact.id} pact={pact} seat={seat} />
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{t('deal.effects')}</summary>
        <div class="stack tight">
          <p class="small">{t('deal.effects.kept')}</p>
          <EffectLines effect={brief.pacts.kept} />
          <p class="small">{t('deal.effects.broken')}</p>
          <EffectLines effect={brief.pacts.broken} />
        </div>
      </details>
    </>
  );
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly pacts: readonly PactView[];
  readonly children: (pact: PactView) => preact.ComponentChildren;
}

/** Deals of one kind under their heading; nothing if there are none. */
function Group({ id, title, pacts, children }: GroupProps) {
  if (pacts.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul class="stack">{pacts.map(children)}</ul>
    </section>
  );
}

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

function OfferToMe(props: Answering) {
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

function MyOffer(props: Answering) {
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

/** A deal that binds, or that is over: with what became of it. */
function Bound({ pact, seat }: { pact: PactView; seat: string }) {
  const { brief } = usePlay();
  const partner = partnerIn(pact, seat);
  return (
    <DealCard pact={pact} title={t('deal.with', { who: seatName(brief, partner) })} first={seat} second={partner}>
      <p class="small">
        <strong>{t(`deal.status.${pact.status}`)}</strong>
      </p>
    </DealCard>
  );
}

/** Points to the action by which seats act together in this scenario, if it has one. */
function Together({ seat }: { seat: string }) {
  const { brief } = usePlay();
  const role = seatBrief(brief, seat)?.role;
  if (brief.joint.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="joint-title">
      <h3 id="joint-title">{t('joint.title')}</h3>
      {brief.joint.map(({ action, roles }) => {
        const phase = brief.phases.find(({ id }) => id === brief.actions[action]?.phase)?.title ?? '';
        const isMine = role !== undefined && roles.includes(role);
        return (
          <p key={action}>
            {t(isMine ? 'joint.text' : 'joint.others', { action: actionTitle(brief, action), phase })} {brief.actions[action]?.text}
          </p>
        );
      })}
    </section>
  );
}
