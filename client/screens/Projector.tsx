import '../styles/projector.css';
import '../styles/log.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Brief, PhaseBrief } from '../../shared/view/brief.ts';
import { BoardPanel } from '../components/BoardPanel.tsx';
import { Clock } from '../components/Clock.tsx';
import { Crest } from '../components/Crest.tsx';
import { Heading } from '../components/Heading.tsx';
import { Lazy } from '../components/Lazy.tsx';
import { LinkBanner } from '../components/LinkBanner.tsx';
import { LiveSummary } from '../components/LiveSummary.tsx';
import { holderText } from '../components/RosterChips.tsx';
import { qrAddress } from '../net/api.ts';
import { gathered, headlinesInReveal, lawsSince } from '../state/headlines.ts';
import { useJoinUrl } from '../state/joinUrl.ts';
import { lawLine } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { progress } from '../state/roster.ts';
import { boardMode } from '../state/route.ts';
import { t } from '../state/texts.ts';
import { Numbers } from './projector/Numbers.tsx';
import { PausedBanner } from './projector/PausedBanner.tsx';
import { ProjectedEnd } from './projector/ProjectedEnd.tsx';
import { isEmpty, publicNews } from './projector/publicNews.ts';
import { RoundNews } from './projector/RoundNews.tsx';
import { Story } from './projector/Story.tsx';

const loadDebrief = () => import('../debrief/Debrief.tsx').then((part) => part.Debrief);

interface Props {
  /** Which table of a class it is, and the way back to all of them. */
  readonly back?: ComponentChildren;
  /** Whether it begins with the debrief, if the match is over. */
  readonly debrief?: boolean;
}

/** The room's screen: large, without scrolling, and never a secret. After the match the debrief can be opened on it. */
export function Projector({ back, debrief = false }: Props) {
  const { view, session, table } = usePlay();
  const [debriefing, setDebriefing] = useState(debrief);
  const link = session.elsewhere.value === null ? session.link.value : 'connecting';
  if (view.status === 'finished' && debriefing) {
    return (
      <div class="projected-debrief">
        <LinkBanner host link={link} />
        <p class="row">
          {back}
          <button type="button" class="button quiet" onClick={() => setDebriefing(false)}>
            {t('projector.debrief.close')}
          </button>
        </p>
        <Lazy load={loadDebrief} props={{}} />
      </div>
    );
  }
  return (
    <main class="projector" data-screen="projector" data-phase={view.phase} data-round={view.round} data-status={view.status}>
      <LinkBanner host link={link} />
      <PausedBanner paused={table.paused && view.status === 'playing'} />
      {view.status !== 'playing' && back}
      {view.status === 'waiting' && <ProjectedLobby />}
      {view.status === 'playing' && <ProjectedPlay back={back} />}
      {view.status === 'finished' && <ProjectedEnd onDebrief={() => setDebriefing(true)} />}
      {table.notice !== '' && (
        <p class="projector-notice" role="status">
          {table.notice}
        </p>
      )}
      <LiveSummary />
    </main>
  );
}

function ProjectedLobby() {
  const { brief, code, table } = usePlay();
  const joinUrl = useJoinUrl(code);
  return (
    <>
      <Heading of="projector-lobby">{brief.title}</Heading>
      <div class="projector-join">
        <img class="qr" src={qrAddress(code)} width="320" height="320" alt={t('projector.qr')} />
        <div>
          <p>{t('projector.join', { address: `${new URL(joinUrl).host}/j` })}</p>
          <p class="projector-code">{code}</p>
        </div>
      </div>
      <ul class="tiles">
        {brief.seats.map((entry) => {
          const seat = table.roster.find((one) => one.id === entry.id);
          const open = seat === undefined || seat.holder === 'empty';
          return (
            <li key={entry.id} class={`tile role-${entry.role}${open ? ' open' : ''}`}>
              <Crest role={entry.role} />
              <span>
                {entry.name}{' '}
                {seat !== undefined && !open ? (
                  <strong>{holderText(seat)}</strong>
                ) : (
                  <span class="hidden-visually">{t('projector.open')}</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function ProjectedPlay({ back }: Pick<Props, 'back'>) {
  const play = usePlay();
  const { brief, view, phase, table, session } = play;
  const off = boardMode(location.search) === 'off';
  const revealed = phase?.kind === 'reveal';
  const news = revealed ? null : publicNews(play, session.said.value);
  const told = news !== null && !isEmpty(news);
  return (
    <>
      <div class="projector-head">
        {back}
        <Heading of="projector-play">
          {session.isKept
            ? t('projector.kept', { n: view.round })
            : t('projector.round', { n: view.round, of: brief.rounds, phase: phase?.title ?? '' })}
        </Heading>
        {!session.isKept && (
          <p class="projector-count">{t(phase?.kind === 'choice' ? 'projector.done' : 'projector.ready', progress(table, phase))}</p>
        )}
        <Clock table={table} />
      </div>
      <div class={`projector-stage${revealed ? ' told' : told ? ' beside' : ''}`}>
        {!off && <BoardPanel far />}
        {off && !revealed && (
          <div class="projector-text">
            <p>{phase?.text}</p>
          </div>
        )}
        {revealed && <Story />}
        {told && <RoundNews news={news} />}
      </div>
      {revealed && <LateNews />}
      {!revealed && !told && <p class="projector-headline">{quietText(brief, view.round, phase)}</p>}
      <Numbers />
    </>
  );
}

/** Where nothing is new: how far the vote is, and what a round without headlines begins with. */
function quietText({ calendar }: Brief, round: number, phase: PhaseBrief | null): string {
  const when = calendar[round - 1] ?? '';
  return phase?.kind === 'briefing' ? t('projector.quiet', { when }) : when;
}

/** The one line that there is room for beside the story: what came while it is read. */
function LateNews() {
  const { brief, view, events } = usePlay();
  const headline = gathered(headlinesInReveal(events, view.round, brief)).at(-1)?.event;
  const law = lawsSince(events, view.round).at(-1);
  const line = headline?.title ?? (law === undefined ? undefined : lawLine(brief, law));
  if (line === undefined) return null;
  return (
    <p class="projector-headline">
      {headline?.host === true && <span class="projector-from">{t('flash.news')}</span>} {line}
    </p>
  );
}
