import { Crest } from '../components/Crest.tsx';
import { Heading } from '../components/Heading.tsx';
import { LockBar } from '../components/LockBar.tsx';
import { RoleCard } from '../components/RoleCard.tsx';
import { holderText } from '../components/RosterChips.tsx';
import { seatBrief } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { t, tn } from '../state/texts.ts';

/** Before the start: who you are, who else is there, what a round is, and Ready. */
export function Lobby() {
  const { brief, code, seat, table, session } = usePlay();
  const { problem, busy, run } = useRequest();
  const role = seat === null ? null : seatBrief(brief, seat);
  const ready = table.roster.find((entry) => entry.id === seat)?.done === true;
  const people = table.roster.filter((entry) => entry.holder === 'person').length;
  return (
    <>
      <main class="play-body two" data-screen="lobby" data-phase="" data-round="0">
        <div class="play-title row">
          {role !== null && <Crest role={role.role} large />}
          <div class="stack tight">
            <Heading of="lobby">{role === null ? brief.title : t('role.you', { name: role.name })}</Heading>
            <p class="soft">{t('lobby.in', { code })}</p>
          </div>
        </div>
        <div class="stack loose">
          {seat !== null && (
            <div class="sheet">
              <RoleCard seat={seat} />
            </div>
          )}
          <section class="sheet stack tight" aria-labelledby="note-title">
            <h2 id="note-title">{t('lobby.note')}</h2>
            <p>{brief.contentNote}</p>
          </section>
        </div>
        <div class="stack loose">
          <section class="stack" aria-labelledby="who-title">
            <h2 id="who-title">{t('lobby.who')}</h2>
            <ul class="stack tight">
              {brief.seats.map((entry) => {
                const holder = table.roster.find((one) => one.id === entry.id);
                return (
                  <li key={entry.id} class="seat-row">
                    <Crest role={entry.role} />
                    <span class="choice-text">
                      <strong>{entry.name}</strong>
                      <span class="small soft">{entry.tagline}</span>
                    </span>
                    <span class="small">
                      {entry.id === seat
                        ? t('you.cap')
                        : holder === undefined
                          ? ''
                          : holder.holder === 'empty' && table.fill
                            ? t('roster.fills')
                            : holderText(holder)}
                    </span>
                  </li>
                );
              })}
            </ul>
          </section>
          <section class="stack tight" aria-labelledby="story-title">
            <h2 id="story-title">{t('lobby.story', { country: brief.country.name })}</h2>
            <p>{brief.country.text}</p>
          </section>
          <section class="stack tight" aria-labelledby="round-title">
            <h2 id="round-title">{t('lobby.round')}</h2>
            <ol class="steps">
              {brief.phases.map((phase) => (
                <li key={phase.id}>
                  <strong>{phase.title}.</strong> {phase.text}
                </li>
              ))}
            </ol>
            <p class="small soft">{t('lobby.practice')}</p>
          </section>
        </div>
      </main>
      <LockBar
        problem={problem}
        summary={
          <p>
            {tn('lobby.people', people)} {ready ? t('lobby.wait-host') : t('lobby.read-first')}
          </p>
        }
      >
        {seat !== null && (
          <button type="button" class="button primary" disabled={ready} aria-busy={busy} onClick={() => run(() => session.ready())}>
            {ready ? t('ready.done') : t('ready')}
          </button>
        )}
      </LockBar>
    </>
  );
}
