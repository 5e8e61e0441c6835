import { ContentNote, Country, RoundSteps } from '../components/BeforePlay.tsx';
import { Crest } from '../components/Crest.tsx';
import { Heading } from '../components/Heading.tsx';
import { LockBar } from '../components/LockBar.tsx';
import { RoleCard } from '../components/RoleCard.tsx';
import { holderText } from '../components/RosterChips.tsx';
import { TeamSection } from '../components/TeamStrip.tsx';
import { keptText } from '../state/kept.ts';
import { seatBrief } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { tableName } from '../state/roster.ts';
import { ownSeat } from '../state/team.ts';
import { t, tn } from '../state/texts.ts';

/** Before the start: who you are, who else is there, what a round is, and Ready. */
export function Lobby() {
  const { brief, seat, table, session, team } = usePlay();
  const { problem, busy, run } = useRequest();
  const role = seat === null ? null : seatBrief(brief, seat);
  const ready = team === null ? table.roster.find((entry) => entry.id === seat)?.done === true : team.me.ready;
  const people = table.roster.reduce((sum, { holder, members }) => sum + (holder === 'person' ? Math.max(1, members.length) : 0), 0);
  const kept = keptText(table.deletedOn, table.workshop !== null);
  return (
    <>
      <main class="play-body two" data-screen="lobby" data-phase="" data-round="0">
        <div class="play-title row">
          {role !== null && <Crest role={role.role} large />}
          <div class="stack tight">
            <Heading of="lobby">{role === null ? brief.title : t('role.you', { name: role.name })}</Heading>
            <p class="soft">{t('lobby.in', { table: tableName(table) })}</p>
          </div>
        </div>
        <div class="stack loose">
          <TeamSection />
          {seat !== null && (
            <div class="sheet">
              <RoleCard seat={seat} />
            </div>
          )}
          <ContentNote brief={brief} />
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
                      {/* A card speaks to its own player. */}
                      <span class="small soft">{entry.id === seat ? entry.tagline : t(`role.${entry.role}`)}</span>
                    </span>
                    <span class="small">
                      {entry.id === seat
                        ? ownSeat(team)
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
          <Country brief={brief} />
          <RoundSteps brief={brief} />
          {kept !== '' && <p class="small soft">{kept}</p>}
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
