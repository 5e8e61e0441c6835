import { useId, useState } from 'preact/hooks';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { t } from '../../state/texts.ts';
import { RudeHint } from '../console/Attention.tsx';
import { type Ordering, useConsole, useOrder } from '../console/console.ts';
import type { Person } from '../console/people.ts';
import { moveOrder, readTarget, targetText } from '../plan/drop.ts';
import { SeatOptions } from '../plan/SeatOptions.tsx';
import { ReissueWords } from './ReissueWords.tsx';

/** All that a host can do for one person: a name, a place, more time, another device, the door. */
export function PlayerSheet({ person, onDone }: { person: Person; onDone: () => void }) {
  const { info } = useConsole();
  const ordering = useOrder();
  const { order, busy, problem } = ordering;
  const leave = async (how: 'remove' | 'ban') => {
    if ((await order({ do: how, player: person.id })) !== null) onDone();
  };
  return (
    <>
      <p>
        <span class={`presence ${person.connected ? 'here' : 'gone'}`} aria-hidden="true" />{' '}
        {t(person.connected ? 'console.player.here' : 'console.player.away')} <RudeHint person={person} />
      </p>
      <ProblemNote problem={problem} />
      <Rename person={person} ordering={ordering} />
      {person.status === 'here' && <Place person={person} ordering={ordering} />}
      {info.status !== 'lobby' && <ExtraTime person={person} ordering={ordering} />}
      {info.status !== 'lobby' && <ReissueWords person={person} />}
      <div class="player-doors">
        <div class="stack tight">
          <button type="button" class="button" aria-busy={busy} onClick={() => void leave('remove')}>
            {t('console.player.remove')}
          </button>
          <p class="small soft">{t('console.player.remove.help')}</p>
        </div>
        <div class="stack tight">
          <button type="button" class="button danger" aria-busy={busy} onClick={() => void leave('ban')}>
            {t('console.player.ban')}
          </button>
          <p class="small soft">{t('console.player.ban.help')}</p>
        </div>
      </div>
    </>
  );
}

interface Part {
  readonly person: Person;
  readonly ordering: Ordering;
}

function Rename({ person, ordering: { order, busy } }: Part) {
  const [name, setName] = useState(person.name);
  const field = useId();
  const send = (submit: SubmitEvent) => {
    submit.preventDefault();
    void order({ do: 'rename', player: person.id, nickname: name.trim() });
  };
  return (
    <form class="field-with-button" onSubmit={send}>
      <div class="field">
        <label for={field}>{t('console.player.name')}</label>
        <input
          id={field}
          class="input"
          name="rename"
          value={name}
          maxLength={24}
          autocomplete="off"
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </div>
      <button type="submit" class="button" aria-busy={busy} disabled={name.trim() === '' || name.trim() === person.name}>
        {t('console.player.rename')}
      </button>
    </form>
  );
}

function Place({ person, ordering: { order } }: Part) {
  const { info, people } = useConsole();
  const go = (text: string) => {
    const target = readTarget(text);
    const wanted = target === null ? null : moveOrder(info, person, target);
    if (wanted !== null) void order(wanted);
  };
  const others = [...people.values()].filter(
    ({ id, seat, table }) => id !== person.id && seat !== '' && !(table === person.table && seat === person.seat),
  );
  return (
    <>
      <SelectField
        label={t('console.player.seat')}
        name="place"
        value={person.seat === '' ? 'nowhere' : targetText({ kind: 'seat', table: person.table, seat: person.seat })}
        onPick={go}
      >
        <SeatOptions />
      </SelectField>
      {person.seat !== '' && others.length > 0 && (
        <SelectField label={t('console.player.swap')} name="swap" value="" onPick={go}>
          <option value="">{t('console.player.swap.none')}</option>
          {others.map((other) => (
            <option key={other.id} value={targetText({ kind: 'player', player: other.id })}>
              {other.name}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}

const EXTRAS = [0, 30, 60, 120, 300] as const;

function ExtraTime({ person, ordering: { order } }: Part) {
  return (
    <SelectField
      label={t('console.player.extra')}
      name="extra"
      value={person.extra}
      help={t('console.player.extra.help')}
      onPick={(seconds) => void order({ do: 'extra-time', player: person.id, seconds: Number(seconds) })}
    >
      {[...new Set([...EXTRAS, person.extra])].map((seconds) => (
        <option key={seconds} value={seconds}>
          {seconds === 0 ? t('console.player.extra.none') : t('console.player.extra.seconds', { n: seconds })}
        </option>
      ))}
    </SelectField>
  );
}
