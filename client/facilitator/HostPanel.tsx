import { TableScroll } from '../components/TableScroll.tsx';
import '../styles/host.css';
import { Clock } from '../components/Clock.tsx';
import { Crest } from '../components/Crest.tsx';
import { Heading } from '../components/Heading.tsx';
import { LinkBanner } from '../components/LinkBanner.tsx';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { holderText } from '../components/RosterChips.tsx';
import type { HostCommand } from '../net/session.ts';
import { EntryTop } from '../screens/EntryTop.tsx';
import { useJoinUrl } from '../state/joinUrl.ts';
import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { progress, seatState } from '../state/roster.ts';
import { boardMode } from '../state/route.ts';
import { t, tn } from '../state/texts.ts';
import { FillBots } from './FillBots.tsx';
import { FinishEarly } from './FinishEarly.tsx';
import { GoOn, pressNext } from './GoOn.tsx';
import { MinuteMore } from './orders/MinuteMore.tsx';
import { PlayOn } from './PlayOn.tsx';
import { Toggle } from './Toggle.tsx';
import { useRunKeys } from './useRunKeys.ts';

/** Sends a command; resolves to whether it was done. */
type Do = (command: HostCommand) => Promise<boolean>;

/** The host's panel: how to join, who is here and done, and the few buttons that run a match. It shows no secrets. */
export function HostPanel() {
  const { brief, view, phase, table, session, code } = usePlay();
  const { problem, busy, run } = useRequest();
  const joinUrl = useJoinUrl(code);
  const act: Do = (command) => run(() => session.host(command));
  useRunKeys(view.status === 'playing', { pause: () => void act({ do: table.paused ? 'resume' : 'pause' }), next: pressNext });
  return (
    <main class="entry" data-screen="host" data-phase={view.phase} data-round={view.round}>
      <EntryTop />
      <LinkBanner host link={session.link.value} />
      <div class="row spread">
        <div class="stack tight">
          <Heading of={`host-${view.status}`}>{t('host.title', { title: brief.title })}</Heading>
          <p>
            {t('host.code')} <strong class="code-figure">{code}</strong>
          </p>
        </div>
        <a
          class="button"
          href={`/projector/${code}${boardMode(location.search) === 'webgl' ? '' : location.search}`}
          target="_blank"
          rel="noopener"
        >
          {t('host.projector')}
        </a>
      </div>
      <p class="small">
        {t('host.link')} <code class="join-link">{joinUrl}</code>
      </p>
      <section class="sheet stack" aria-labelledby="run-title">
        <div class="row spread">
          <h2 id="run-title">
            {view.status === 'playing'
              ? t('host.now', { n: view.round, of: brief.rounds, phase: phase?.title ?? '' })
              : t(`host.status.${view.status}`)}
          </h2>
          <Clock table={table} />
        </div>
        {view.status === 'playing' && (
          <p>
            {phase?.text} <strong>{t('host.done', progress(table, phase))}</strong>
          </p>
        )}
        <ProblemNote problem={problem} />
        <Controls act={act} busy={busy} />
        <p class="small soft">{t('host.keys')}</p>
      </section>
      <Seats />
    </main>
  );
}

function Controls({ act, busy }: { act: Do; busy: boolean }) {
  const { view, table, phase } = usePlay();
  const { n, of } = progress(table, phase);
  const unlocked = phase?.kind === 'choice' ? of - n : 0;
  const empty = table.roster.some((seat) => seat.holder === 'empty');
  if (view.status === 'finished') return <PlayOn />;
  return (
    <div class="row">
      {view.status === 'waiting' && (
        <button type="button" class="button primary" aria-busy={busy} onClick={() => act({ do: 'start' })}>
          {t('host.start')}
        </button>
      )}
      {view.status === 'playing' && (
        <>
          <GoOn
            order="next"
            look="primary"
            paused={table.paused}
            undecided={unlocked > 0 ? tn('host.next.unlocked', unlocked) : undefined}
            act={() => act({ do: 'next' })}
          />
          <button type="button" class="button" onClick={() => act({ do: table.paused ? 'resume' : 'pause' })}>
            {t(table.paused ? 'host.resume' : 'host.pause')}
          </button>
          <GoOn
            order="stop-waiting"
            paused={table.paused}
            undecided={unlocked > 0 ? tn('host.stop-waiting.unlocked', unlocked) : undefined}
            act={() => act({ do: 'stop-waiting' })}
          />
          <FinishEarly tables={1} finish={() => act({ do: 'finish' })} />
        </>
      )}
      {empty && <FillBots act={act} />}
      <TimerSwitch act={act} />
    </div>
  );
}

/** Whether time is counted; if so, a minute more of it. */
function TimerSwitch({ act }: { act: Do }) {
  const { table, view } = usePlay();
  return (
    <>
      <Toggle name="timer" label={t('host.timer')} on={table.timer} ask={(on) => act({ do: 'timer', on })} />
      {table.timer && view.status === 'playing' && (
        <MinuteMore tables={[table]} label={t('host.minute')} order={() => void act({ do: 'more-time', seconds: 60 })} />
      )}
    </>
  );
}

function Seats() {
  const { brief, table, view, phase } = usePlay();
  return (
    <section class="stack" aria-labelledby="seats-title">
      <h2 id="seats-title">{t('host.seats')}</h2>
      <TableScroll label={t('host.seats.table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('host.seat')}</th>
              <th scope="col">{t('host.who')}</th>
              <th scope="col">{t('host.there')}</th>
              <th scope="col">{t('host.state')}</th>
            </tr>
          </thead>
          <tbody>
            {brief.seats.map((entry) => {
              const seat = table.roster.find((one) => one.id === entry.id);
              if (seat === undefined) return null;
              const state = seatState(seat, view.status, phase);
              return (
                <tr key={entry.id} data-testid={`host-seat-${entry.id}`}>
                  <th scope="row">
                    <span class="row">
                      <Crest role={entry.role} />
                      {entry.name}
                    </span>
                  </th>
                  <td>{holderText(seat)}</td>
                  <td>{seat.holder === 'empty' ? '–' : t(seat.holder === 'bot' || seat.connected ? 'host.here' : 'host.away')}</td>
                  <td>{state === null ? '–' : t(state)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
