import '../styles/team.css';
import { usePlay } from '../state/play.ts';
import { lockText, memberName, type Team } from '../state/team.ts';
import { t } from '../state/texts.ts';

/** In one line: who plays this seat with me, and who locks. */
export function TeamStrip() {
  const { team, phase } = usePlay();
  if (team === null || phase?.kind === 'choice') return null;
  return (
    <section class="team-strip small" aria-label={t('team.title')}>
      <strong>{t('team.title')}</strong> <TeamNames team={team} />
    </section>
  );
}

/** The members of my team: who is here, who locks, who has just come. */
export function TeamNames({ team }: { team: Team }) {
  const { me, others, captain } = team;
  return (
    <ul class="team-names">
      {[me, ...others].map((member) => (
        <li key={member.id} class={member.connected || member === me ? 'tag' : 'tag away'} data-member={member.id}>
          {member === me ? t('team.you') : memberName(member)}
          {member === captain && <strong> · {t('team.captain')}</strong>}
          {member.fresh && <span> · {t('team.fresh')}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The same in the lobby, with what it means. */
export function TeamSection() {
  const { team } = usePlay();
  if (team === null) return null;
  return (
    <section class="sheet stack tight" aria-labelledby="my-team">
      <h2 id="my-team">{t('team.title')}</h2>
      <TeamNames team={team} />
      <p>
        {t('team.together')} {lockText(team)}
      </p>
    </section>
  );
}
