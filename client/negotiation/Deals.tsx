import { useEffect, useState } from 'preact/hooks';
import type { EffectBrief } from '../../shared/view/brief.ts';
import type { PactView } from '../../shared/view/pactsFor.ts';
import { EffectLines } from '../components/EffectLines.tsx';
import { noteHeard } from '../state/heard.ts';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { DealCard } from './DealCard.tsx';
import { canPay, dealsOf, partnerIn, standOf } from './deals.ts';
import { answersTo, dealsAt, latestOfDeals, verdictsFor } from './heard.ts';
import { OfferForm } from './OfferForm.tsx';
import { MyOffer, OfferToMe } from './OpenOffers.tsx';
import { Together } from './Together.tsx';

/** The deals of a seat: what waits for an answer, what binds it, and a new offer. */
export function Deals({ seat }: { seat: string }) {
  const { brief, view, team, replaced } = usePlay();
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
  // Promises may also count for nothing but the players' trust in each other.
  const matters = doesSomething(brief.pacts.kept) || doesSomething(brief.pacts.broken);
  return (
    <>
      <p>
        {t(canPay(brief, seat) ? 'deal.intro.money' : 'deal.intro')} {matters && t('deal.intro.matters')}
      </p>
      {team !== null && <p class="small soft">{t('deal.team')}</p>}
      {replaced && <p class="problem">{t('deal.bot')}</p>}
      <p role="status">{done}</p>
      <Answers seat={seat} />
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
      {!replaced && <OfferForm seat={seat} />}
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
            <Stand pact={pact} />
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
      {matters && (
        <details>
          <summary>{t('deal.effects')}</summary>
          <div class="stack tight">
            <p class="small">{t('deal.effects.kept')}</p>
            <Effects effect={brief.pacts.kept} />
            <p class="small">{t('deal.effects.broken')}</p>
            <Effects effect={brief.pacts.broken} />
          </div>
        </details>
      )}
    </>
  );
}

const doesSomething = ({ acts, moves }: EffectBrief): boolean => acts.length + moves.length > 0;

function Effects({ effect }: { effect: EffectBrief }) {
  return doesSomething(effect) ? <EffectLines effect={effect} /> : <p class="small soft">{t('deal.effects.nothing')}</p>;
}

/** How others have answered offers of this seat in this round, and which promises were kept or broken since the last one, newest first. */
function Answers({ seat }: { seat: string }) {
  const { brief, view, events, code } = usePlay();
  const answers = answersTo(events, seat);
  const verdicts = verdictsFor(events, seat);
  const latest = latestOfDeals(events);
  useEffect(() => noteHeard(dealsAt(code), latest), [code, latest]);
  const fresh = answers.filter(({ round }) => round === view.round).toReversed();
  const judged = verdicts.filter(({ round }) => round >= view.round - 1).toReversed();
  if (fresh.length + judged.length === 0) return null;
  return (
    <ul class="stack tight" data-testid="answers">
      {judged.map((event) => (
        <li key={event.id}>
          <strong>
            {t(event.kept ? 'deal.verdict.kept' : 'deal.verdict.broken', {
              who: seatName(brief, event.seat),
              partner: seatName(brief, event.partner),
              promise: brief.pacts?.terms[event.term]?.title ?? event.term,
            })}
          </strong>
        </li>
      ))}
      {fresh.map((event) => (
        <li key={event.id}>
          <strong>
            {t(event.answer === 'accepted' ? 'deal.answer.accepted' : 'deal.answer.declined', { who: seatName(brief, event.seat) })}
          </strong>
        </li>
      ))}
    </ul>
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

/** A deal that binds, or that is over: with what became of it. */
function Bound({ pact, seat }: { pact: PactView; seat: string }) {
  const { brief } = usePlay();
  const partner = partnerIn(pact, seat);
  return (
    <DealCard pact={pact} title={t('deal.with', { who: seatName(brief, partner) })} first={seat} second={partner}>
      <Stand pact={pact} />
    </DealCard>
  );
}

/** Where a deal stands, in a sentence. */
function Stand({ pact }: { pact: PactView }) {
  const { brief, view } = usePlay();
  const stand = standOf(pact, view.status === 'finished');
  const names = 'kept' in stand ? { kept: seatName(brief, stand.kept), bound: seatName(brief, stand.bound) } : {};
  return (
    <p class="small">
      <strong>{t(stand.text, names)}</strong>
    </p>
  );
}
