import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { catchUpOf, lastActsOf, needsCatchUp, noteTold, wasTold } from '../state/catchUp.ts';
import { newcomer } from '../state/entry.ts';
import { noteFound } from '../state/foundSealed.ts';
import { actionTitle, seatBrief } from '../state/labels.ts';
import { useReturn } from '../state/lastSeen.ts';
import { lawStands, lawTitle } from '../state/laws.ts';
import { usePlay } from '../state/play.ts';
import { memberName } from '../state/team.ts';
import { quoted, t } from '../state/texts.ts';
import { Crest } from './Crest.tsx';
import { Sheet } from './Sheet.tsx';

/** Tells somebody who comes in the middle of a match, or back after the bell, where it stands: twenty seconds to read, once. */
export function CatchUpCard() {
  const { view, table, session, code, team } = usePlay();
  const player = session.player ?? '';
  const [back, knowsAgain] = useReturn(session.link, code, player);
  const [isNew, setNew] = useState(() => {
    const fresh = session.team.peek()?.members.find(({ id }) => id === player)?.fresh ?? false;
    const needed = needsCatchUp(view.status, newcomer.peek(), fresh, wasTold(code, player));
    newcomer.value = false;
    const isSealed = session.seat !== null && (view.seats[session.seat]?.own?.choice ?? null) !== null;
    if (needed && isSealed && team === null) noteFound({ code, player, round: view.round, phase: view.phase });
    return needed;
  });
  // "Eyes up" comes first.
  if (table.paused || !(isNew || back)) return null;
  const close = () => {
    noteTold(code, player);
    setNew(false);
    knowsAgain();
  };
  return isNew ? <CatchUpSheet onClose={close} /> : <RecapSheet onClose={close} />;
}

/** For a newcomer: the story, the seat, the team, the laws, the news. */
function CatchUpSheet({ onClose }: { onClose: () => void }) {
  const { brief } = usePlay();
  return (
    <Sheet title={t('catch-up.title')} onClose={onClose} name="catch-up">
      <p>
        {t('catch-up.story', { title: brief.title, country: brief.country.name })} <When />
      </p>
      <Seat />
      <Around title={t('catch-up.news')} />
      <Go onClose={onClose}>{t('catch-up.go')}</Go>
    </Sheet>
  );
}

/** For somebody who knows the match from another day: where it stands, what the own seat did last, the laws, the news since. */
function RecapSheet({ onClose }: { onClose: () => void }) {
  const { brief, view, events, phase, seat } = usePlay();
  const acts = useMemo(() => lastActsOf(events, seat), [events, seat]);
  const sealed = seat !== null && (view.seats[seat]?.own?.choice ?? null) !== null && phase?.kind === 'choice';
  const did = [...new Set(acts.map(({ action }) => quoted(actionTitle(brief, action))))].join(', ');
  return (
    <Sheet title={t('recap.title', { n: view.round, phase: phase?.title ?? '' })} onClose={onClose} name="recap">
      <p>
        {t('recap.when', { title: brief.title, label: brief.calendar[view.round - 1] ?? '' })} {t(sealed ? 'recap.sealed' : 'recap.kept')}
      </p>
      <Seat />
      {did !== '' && <p>{t('recap.chose', { n: acts[0]?.round ?? view.round, actions: did })}</p>}
      <Around title={t('recap.news')} />
      <Go onClose={onClose}>{t('recap.go')}</Go>
    </Sheet>
  );
}

function When() {
  const { brief, view, phase } = usePlay();
  const label = brief.calendar[view.round - 1] ?? '';
  return <>{t('catch-up.when', { n: view.round, of: brief.rounds, label, phase: phase?.title ?? '' })}</>;
}

function Seat() {
  const { brief, seat } = usePlay();
  const role = seat === null ? null : seatBrief(brief, seat);
  if (role === null) return null;
  return (
    <div class={`intel stack tight role-${role.role}`}>
      <p class="seat-line">
        <Crest role={role.role} />
        <strong>{t('catch-up.you', { name: role.name, tagline: role.tagline })}</strong>
      </p>
      <p>{t('catch-up.goal', { goal: role.goal })}</p>
    </div>
  );
}

/** The team, the laws, and under this title the news. */
function Around({ title }: { title: string }) {
  const { brief, view, events, session } = usePlay();
  const { laws, headlines, team, votesLater } = useMemo(
    () => catchUpOf(view, events, session.team.peek(), session.player),
    [view, events, session],
  );
  return (
    <>
      {team.length > 0 && (
        <p>
          {t('catch-up.team', { names: team.map(memberName).join(', ') })} {votesLater && t('team.vote-later')}
        </p>
      )}
      {laws.length > 0 && (
        <section class="stack tight" aria-labelledby="catch-up-laws">
          <h3 id="catch-up-laws">{t('catch-up.laws')}</h3>
          <ul class="stack tight">
            {laws.map((law) => (
              <li key={law.id}>
                {lawTitle(brief, law.id)} <span class="soft">· {lawStands(brief, law)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {headlines.length > 0 && (
        <section class="stack tight" aria-labelledby="catch-up-news">
          <h3 id="catch-up-news">{title}</h3>
          <ul class="stack tight">
            {headlines.map(({ id, title: headline, isFromHost }) => (
              <li key={id}>
                {headline} {isFromHost && <span class="soft">· {t('headlines.from-host')}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Go({ onClose, children }: { onClose: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="button primary" onClick={onClose}>
      {children}
    </button>
  );
}
