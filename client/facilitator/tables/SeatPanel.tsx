import { useState } from 'preact/hooks';
import type { BotName } from '../../../shared/botNames.ts';
import { Crest } from '../../components/Crest.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import type { ClassSeat, ClassTable } from '../../net/session.ts';
import { botChoices, botText, isBot } from '../../state/bots.ts';
import { seatBrief, seatName } from '../../state/labels.ts';
import { seatState } from '../../state/roster.ts';
import { t } from '../../state/texts.ts';
import { RudeHint } from '../console/Attention.tsx';
import { phaseAt, useConsole, useOrder } from '../console/console.ts';
import { type Person, peopleOn } from '../console/people.ts';
import { Toggle } from '../Toggle.tsx';

/** One seat of a table: its people, whether it is done, the bot that may stand in, and its voice. */
export function SeatPanel({ table, seat }: { table: ClassTable; seat: ClassSeat }) {
  const { brief, people } = useConsole();
  const { tell, problem } = useOrder();
  const role = seatBrief(brief, seat.id)?.role;
  const there = peopleOn(seat, people);
  return (
    <li class={`sheet stack tight seat-panel${role === undefined ? '' : ` role-${role}`}`} data-testid={`seat-${seat.id}`}>
      <div class="row spread">
        <h3 class="row">
          {role !== undefined && <Crest role={role} />}
          {seatName(brief, seat.id)}
        </h3>
        <SeatState table={table} seat={seat} />
      </div>
      {there.length === 0 && seat.holder === 'empty' && <p class="soft">{t('roster.empty')}</p>}
      {seat.holder === 'bot' && <p class="tag">{t('roster.bot', { bot: botText(seat.bot) })}</p>}
      <ul class="plan-people">
        {there.map((person) => (
          <Member key={person.id} person={person} captain={person.id === seat.captain && there.length > 1} />
        ))}
      </ul>
      <ProblemNote problem={problem} />
      {table.status !== 'finished' && <StandIn table={table} seat={seat} />}
      {table.status !== 'finished' && there.length > 0 && (
        <Toggle
          name={`mute-${seat.id}`}
          label={t('console.mute')}
          on={seat.muted}
          ask={async (on) => (await tell(table.code, { do: 'mute', seat: seat.id, on })) !== null}
        />
      )}
    </li>
  );
}

function SeatState({ table, seat }: { table: ClassTable; seat: ClassSeat }) {
  const { brief } = useConsole();
  const state = seatState(seat, table.status, phaseAt(brief, table));
  return state === null ? null : <span class={`tag${seat.done ? ' strong' : ''}`}>{t(state)}</span>;
}

function Member({ person, captain }: { person: Person; captain: boolean }) {
  const { show } = useConsole();
  return (
    <li class="person-row" data-testid={`person-${person.name}`}>
      <button type="button" class="person-name" onClick={() => show({ kind: 'player', player: person.id })}>
        <span class={`presence ${person.connected ? 'here' : 'gone'}`} aria-hidden="true" />
        <span>
          {person.name}
          {captain && <span class="soft"> · {t('console.captain')}</span>}
          {!person.connected && <span class="soft"> ({t('host.away')})</span>}
        </span>
        <RudeHint person={person} />
      </button>
    </li>
  );
}

function StandIn({ table, seat }: { table: ClassTable; seat: ClassSeat }) {
  const { brief } = useConsole();
  const { tell, busy, problem } = useOrder();
  const [bot, setBot] = useState<BotName>('look-ahead-easy');
  const name = seatName(brief, seat.id);
  if (seat.holder === 'bot') {
    if (seat.players.length === 0) return null;
    return (
      <>
        <ProblemNote problem={problem} />
        <button type="button" class="button" aria-busy={busy} onClick={() => void tell(table.code, { do: 'hand-back', seat: seat.id })}>
          {t('console.hand-back')}
        </button>
      </>
    );
  }
  return (
    <details>
      <summary>{t('console.replace')}</summary>
      <div class="stack tight">
        <SelectField
          label={t('console.replace.kind', { seat: name })}
          value={bot}
          small
          onPick={(value) => {
            if (isBot(value)) setBot(value);
          }}
        >
          {botChoices().map(([id, text]) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </SelectField>
        <ProblemNote problem={problem} />
        <button type="button" class="button" aria-busy={busy} onClick={() => void tell(table.code, { do: 'replace', seat: seat.id, bot })}>
          {t('console.replace.do', { seat: name })}
        </button>
      </div>
    </details>
  );
}
