import { useId, useState } from 'preact/hooks';
import type { Role } from '../../shared/match/state.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { Crest } from '../components/Crest.tsx';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { RoleWish } from '../components/RoleWish.tsx';
import type { TableSummary } from '../net/api.ts';
import { takeSeat } from '../state/entry.ts';
import { twoNicknames } from '../state/nicknames.ts';
import { useRequest } from '../state/request.ts';
import { t } from '../state/texts.ts';

/** A nickname (one of two made-up ones, or typed), and a seat of a table or a wish for a role in a class. */
export function NameForm({ code, summary, brief }: { code: string; summary: TableSummary; brief: Brief }) {
  const [offered, setOffered] = useState(() => twoNicknames());
  const [name, setName] = useState<string>(offered[0]);
  const [typed, setTyped] = useState('');
  const [seat, setSeat] = useState('');
  const [wish, setWish] = useState<Role | null>(null);
  const inClass = summary.kind === 'workshop';
  const { problem, busy, run } = useRequest();
  const field = useId();
  const send = (submit: SubmitEvent) => {
    submit.preventDefault();
    const nickname = typed.trim() === '' ? name : typed.trim();
    void run(() => takeSeat({ code, nickname, ...(seat === '' ? {} : { seat }), ...(wish === null ? {} : { wish }) }));
  };
  const reroll = () => {
    const next = twoNicknames();
    setOffered(next);
    setName(next[0]);
    setTyped('');
  };
  return (
    <form class="stack loose" onSubmit={send}>
      <fieldset class="stack tight">
        <legend class="label">{t('join.name')}</legend>
        <p class="small soft">{t('join.name.help')}</p>
        <div class="chips">
          {offered.map((nickname) => (
            <label key={nickname} class="choice-row">
              <input
                type="radio"
                name="nickname"
                checked={typed.trim() === '' && name === nickname}
                onChange={() => {
                  setName(nickname);
                  setTyped('');
                }}
              />
              <span>{nickname}</span>
            </label>
          ))}
        </div>
        <div>
          <button type="button" class="button quiet" onClick={reroll}>
            {t('join.reroll')}
          </button>
        </div>
        {summary.typedNames && (
          <div class="field">
            <label for={field}>{t('join.name.other')}</label>
            <input
              id={field}
              class="input"
              name="typed-nickname"
              value={typed}
              maxLength={24}
              autocomplete="off"
              onInput={(input) => setTyped(input.currentTarget.value)}
            />
          </div>
        )}
      </fieldset>
      {inClass ? (
        <details>
          <summary>{t('join.wish.open', { role: wish === null ? t('join.wish.any') : t(`role.${wish}`) })}</summary>
          <RoleWish wish={wish} onWish={setWish} />
        </details>
      ) : (
        <FreeSeats summary={summary} brief={brief} seat={seat} onSeat={setSeat} />
      )}
      <ProblemNote problem={problem} />
      <button type="submit" class="button primary wide" aria-busy={busy}>
        {t(busy ? 'join.busy' : inClass ? 'join.go' : 'join.take')}
      </button>
    </form>
  );
}

/** The seats of a table, those that are taken greyed. */
function FreeSeats({
  summary,
  brief,
  seat,
  onSeat,
}: {
  summary: TableSummary;
  brief: Brief;
  seat: string;
  onSeat: (seat: string) => void;
}) {
  return (
    <fieldset class="choices">
      <legend class="label">{t('join.seat')}</legend>
      <label class="choice-row">
        <input type="radio" name="seat" checked={seat === ''} onChange={() => onSeat('')} />
        <span class="choice-text">
          <strong>{t('join.seat.any')}</strong>
          <span class="small soft">{t('join.seat.any.help')}</span>
        </span>
      </label>
      {brief.seats.map((entry) => {
        const taken = summary.seats.find((one) => one.id === entry.id)?.taken ?? false;
        return (
          <label key={entry.id} class="choice-row">
            <input
              type="radio"
              name="seat"
              value={entry.id}
              checked={seat === entry.id}
              disabled={taken}
              onChange={() => onSeat(entry.id)}
            />
            <Crest role={entry.role} />
            <span class="choice-text">
              <strong>{entry.name}</strong>
              <span class="small soft">{taken ? t('join.seat.taken') : entry.tagline}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
