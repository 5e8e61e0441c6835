import { useState } from 'preact/hooks';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { t } from '../state/texts.ts';
import {
  lastRounds,
  moneyOf,
  type Obstacle,
  type OfferDraft,
  obstacleTo,
  offerFrom,
  type Sent,
  type SideDraft,
  sentNow,
  stateOf,
} from './deals.ts';
import { OfferSide } from './OfferSide.tsx';
import { WhoKnows } from './WhoKnows.tsx';

const NOTHING: SideDraft = { term: '', pay: '' };

/** A new offer: to whom, what for what, until when, and who may know. Says why where none can be made. */
export function OfferForm({ seat }: { seat: string }) {
  const { brief, view } = usePlay();
  const rounds = lastRounds(brief, view);
  const most = brief.pacts?.offers ?? 0;
  const open = view.pacts.filter(({ from, status }) => from === seat && status === 'open').length;
  return (
    <section class="sheet stack" aria-labelledby="deal-new">
      <h3 id="deal-new">{t('deal.new')}</h3>
      {rounds.length === 0 ? (
        <p>{t('deal.late')}</p>
      ) : open >= most ? (
        <p>{t('deal.too-many', { n: open })}</p>
      ) : (
        <Fields seat={seat} rounds={rounds} />
      )}
    </section>
  );
}

function Fields({ seat, rounds }: { seat: string; rounds: readonly number[] }) {
  const { brief, view, session } = usePlay();
  const others = brief.seats.filter(({ id }) => id !== seat);
  const [first, last] = [rounds[0] ?? 1, rounds.at(-1) ?? 1];
  const [draft, setDraft] = useState<OfferDraft>(() => ({
    to: others[0]?.id ?? '',
    give: NOTHING,
    get: NOTHING,
    until: Math.min(first + 1, last),
    public: false,
  }));
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const { problem, busy, run, clear } = useRequest();
  // The round in the draft may be over by now.
  const shown = { ...draft, until: Math.max(first, draft.until) };
  const change = (part: Partial<OfferDraft>) => {
    setDraft({ ...shown, ...part });
    setObstacle(null);
    setSent(null);
    clear();
  };
  const send = async (submit: Event) => {
    submit.preventDefault();
    const why = obstacleTo(shown, moneyOf(brief, view, seat)?.has ?? 0);
    setObstacle(why);
    const offered = sentNow(view, seat, shown.to);
    if (why !== null || !(await run(() => session.offer(offerFrom(shown))))) return;
    setDraft({ ...shown, give: NOTHING, get: NOTHING });
    setSent(offered);
  };
  return (
    <form class="stack" onSubmit={send} noValidate>
      <SelectField
        label={t('deal.partner')}
        name="deal-partner"
        value={shown.to}
        onPick={(to) => change({ to, give: NOTHING, get: NOTHING })}
      >
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <OfferSide giver={seat} getter={shown.to} name="give" side={shown.give} obstacle={obstacle} onChange={(give) => change({ give })} />
      <OfferSide giver={shown.to} getter={seat} name="get" side={shown.get} obstacle={obstacle} onChange={(get) => change({ get })} />
      <SelectField label={t('deal.last')} name="deal-until" value={shown.until} onPick={(until) => change({ until: Number(until) })}>
        {rounds.map((round) => (
          <option key={round} value={round}>
            {t('deal.round', { n: round, label: brief.calendar[round - 1] ?? '' })}
          </option>
        ))}
      </SelectField>
      <WhoKnows open={shown.public} onChange={(open) => change({ public: open })} />
      <ProblemNote problem={obstacle?.at === 'offer' ? t('deal.empty') : problem} />
      <div class="row">
        <button type="submit" class="button primary" aria-busy={busy}>
          {t('deal.send')}
        </button>
        <p role="status">{sent !== null && t(`deal.sent.${stateOf(view, seat, sent)}`, { who: seatName(brief, sent.to) })}</p>
      </div>
    </form>
  );
}
