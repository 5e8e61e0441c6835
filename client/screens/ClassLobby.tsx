import '../styles/play.css';
import '../styles/situation.css';
import { useEffect, useState } from 'preact/hooks';
import { ContentNote, Country, RoundSteps } from '../components/BeforePlay.tsx';
import { Ended } from '../components/Ended.tsx';
import { Heading } from '../components/Heading.tsx';
import { LinkBanner } from '../components/LinkBanner.tsx';
import { Notice } from '../components/Notice.tsx';
import { Practice } from '../components/Practice.tsx';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { RoleWish } from '../components/RoleWish.tsx';
import type { ClassInfo, ClassPlayer, ClassSession } from '../net/session.ts';
import { endingOfLine } from '../state/ended.ts';
import { keptText } from '../state/kept.ts';
import { useRequest } from '../state/request.ts';
import { go } from '../state/route.ts';
import { t, tn } from '../state/texts.ts';
import { EntryTop } from './EntryTop.tsx';

// Fetched ahead while there is time: whoever gets a table should see it at once.
const loadTable = () => import('./TablePage.tsx');

/** A player's screen in a class until the host has given them a table; then it goes there by itself. */
export function ClassLobby({ session, code }: { session: ClassSession; code: string }) {
  const info = session.info.value;
  const link = session.link.value;
  const elsewhere = session.elsewhere.value;
  useEffect(() => {
    const soon = setTimeout(() => void loadTable().catch(() => {}), 1500);
    return () => clearTimeout(soon);
  }, []);
  useEffect(() => {
    if (elsewhere !== null) go(`/t/${elsewhere}`, 'replace');
  }, [elsewhere]);
  const ending = endingOfLine(session);
  if (ending !== null) return <Ended ending={ending} code={code} />;
  const me = info?.players.find(({ id }) => id === session.player) ?? null;
  return (
    <>
      <LinkBanner link={elsewhere === null ? link : 'connecting'} />
      <Notice code={code} text={info?.notice ?? ''} />
      <main class="entry narrow" data-screen="class">
        <EntryTop note={info === null ? '' : keptText(info.deletedOn, true)} />
        {info !== null && <Waiting session={session} info={info} me={me} />}
        <Practice />
        <ContentNote brief={session.brief} />
        <Country brief={session.brief} />
        <RoundSteps brief={session.brief} />
        {info !== null && <p class="small soft">{keptText(info.deletedOn, true)}</p>}
      </main>
    </>
  );
}

function Waiting({ session, info, me }: { session: ClassSession; info: ClassInfo; me: ClassPlayer | null }) {
  const pending = me?.status === 'pending';
  const name = me?.nickname ?? '';
  const title = pending ? 'class.pending' : 'class.here';
  const here = info.players.filter((player) => player.connected && player.status === 'here');
  const names = here.flatMap(({ nickname }) => (nickname === '' ? [] : [nickname]));
  return (
    <>
      <div class="stack tight">
        <Heading of={title}>{name === '' ? t(title) : t(`${title}.name`, { name })}</Heading>
        <p class="soft">{t('class.code', { title: session.brief.title, code: info.code })}</p>
      </div>
      <div class="sheet stack tight">
        <p role="status">
          <strong>{t(pending ? 'class.pending.text' : 'class.wait')}</strong>
        </p>
        {!info.hostConnected && <p>{t('class.host-away')}</p>}
        {names.length === 0 ? (
          <p>{tn('lobby.people', here.length)}</p>
        ) : (
          <details>
            <summary>{tn('lobby.people', here.length)}</summary>
            <ul class="row small" aria-label={t('class.who')}>
              {names.map((nickname, at) => (
                <li key={`${nickname} ${at}`} class="tag">
                  {nickname}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {me !== null && <Wish session={session} wish={me.wish} />}
    </>
  );
}

/** Shows at once what was wished, and what is known of it as soon as that has changed. */
function Wish({ session, wish }: { session: ClassSession; wish: ClassPlayer['wish'] }) {
  const { problem, run } = useRequest();
  const [wished, setWished] = useState(wish);
  useEffect(() => setWished(wish), [wish]);
  const change = async (role: ClassPlayer['wish']) => {
    setWished(role);
    if (!(await run(() => session.wish(role)))) setWished(wish);
  };
  return (
    <div class="stack tight">
      <RoleWish wish={wished} onWish={(role) => void change(role)} />
      <ProblemNote problem={problem} />
    </div>
  );
}
