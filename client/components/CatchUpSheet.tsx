import { useMemo, useState } from 'preact/hooks';
import { catchUpOf, needsCatchUp, noteTold, wasTold } from '../state/catchUp.ts';
import { newcomer } from '../state/entry.ts';
import { seatBrief } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { memberName } from '../state/team.ts';
import { t } from '../state/texts.ts';
import { Crest } from './Crest.tsx';
import { Sheet } from './Sheet.tsx';

/** Tells somebody who comes in the middle of a match where it stands: twenty seconds to read, once. */
export function CatchUpCard() {
  const { view, session, code } = usePlay();
  const player = session.player ?? '';
  const [open, setOpen] = useState(() => {
    const fresh = session.team.peek()?.members.find(({ id }) => id === player)?.fresh ?? false;
    const needed = needsCatchUp(view.status, newcomer.peek(), fresh, wasTold(code, player));
    newcomer.value = false;
    return needed;
  });
  if (!open) return null;
  const close = () => {
    noteTold(code, player);
    setOpen(false);
  };
  return <CatchUpSheet onClose={close} />;
}

function CatchUpSheet({ onClose }: { onClose: () => void }) {
  const { brief, view, events, phase, seat, session } = usePlay();
  const { headlines, team, votesLater } = useMemo(() => catchUpOf(events, session.team.peek(), session.player), [events, session]);
  const role = seat === null ? null : seatBrief(brief, seat);
  const label = brief.calendar[view.round - 1] ?? '';
  return (
    <Sheet title={t('catch-up.title')} onClose={onClose} name="catch-up">
      <p>
        {t('catch-up.story', { title: brief.title, country: brief.country.name })}{' '}
        {t('catch-up.when', { n: view.round, of: brief.rounds, label, phase: phase?.title ?? '' })}
      </p>
      {role !== null && (
        <div class={`intel stack tight role-${role.role}`}>
          <p class="seat-line">
            <Crest role={role.role} />
            <strong>{t('catch-up.you', { name: role.name, tagline: role.tagline })}</strong>
          </p>
          <p>{t('catch-up.goal', { goal: role.goal })}</p>
        </div>
      )}
      {team.length > 0 && (
        <p>
          {t('catch-up.team', { names: team.map(memberName).join(', ') })} {votesLater && t('team.vote-later')}
        </p>
      )}
      {headlines.length > 0 && (
        <section class="stack tight" aria-labelledby="catch-up-news">
          <h3 id="catch-up-news">{t('catch-up.news')}</h3>
          <ul class="stack tight">
            {headlines.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </section>
      )}
      <button type="button" class="button primary" onClick={onClose}>
        {t('catch-up.go')}
      </button>
    </Sheet>
  );
}
