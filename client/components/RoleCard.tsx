import { countedFor } from '../state/goals.ts';
import { seatBrief } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { Crest } from './Crest.tsx';
import { Sheet } from './Sheet.tsx';

/** The seat's card: goal, powers, secret, and the one tension in it. At most 90 words of the scenario's. */
export function RoleCard({ seat, level = 'h2' }: { seat: string; level?: 'h2' | 'h3' }) {
  const { brief, view } = usePlay();
  const entry = seatBrief(brief, seat);
  const own = view.seats[seat]?.own;
  const secret = own?.card ? view.texts.cards[own.card] : undefined;
  const Title = level;
  if (entry === null) return null;
  return (
    <div class={`stack role-${entry.role}`}>
      <p class="lead">{entry.tagline}</p>
      <div class="role-parts">
        <section class="stack tight">
          <Title>{t('role.goal')}</Title>
          <p>{entry.goal}</p>
        </section>
        <section class="stack tight">
          <Title>{t('role.counts')}</Title>
          <ul class="counts">
            {countedFor(brief, seat).map(({ meter, name, whose, low, weight }) => (
              <li key={`${meter} ${whose}`}>
                <span>
                  {whose === null ? name : t('role.counts.of', { meter: name, who: whose })}
                  {low && <span class="small soft"> {t('role.counts.low')}</span>}
                </span>
                <span class="counts-bar" aria-hidden="true">
                  <span style={{ inlineSize: `${weight}%` }} />
                </span>
                <strong>{weight} %</strong>
              </li>
            ))}
          </ul>
          <p class="small soft">{t('role.counts.help')}</p>
        </section>
        <section class="stack tight">
          <Title>{t('role.powers')}</Title>
          <p>{entry.powers}</p>
        </section>
        <section class="stack tight">
          <Title>{t('role.tension')}</Title>
          <p>{entry.tension}</p>
        </section>
        {(secret !== undefined || view.status === 'waiting') && (
          <section class="stack tight intel">
            <Title>{t('role.secret')}</Title>
            {secret === undefined ? (
              <p>{t('role.secret.later')}</p>
            ) : (
              <p>
                <strong>{secret.title}.</strong> {secret.text} {t('role.secret.points', { n: secret.points })}
              </p>
            )}
          </section>
        )}
      </div>
      {entry.staff.length > 0 && (
        <section class="stack tight">
          <Title>{t(view.seats[seat]?.presence === 'none' ? 'role.staff.abroad' : 'role.staff')}</Title>
          <p>{entry.staff.map((person) => `${person.name} (${person.job})`).join(' · ')}</p>
        </section>
      )}
    </div>
  );
}

/** The role card in a dialog: one tap away at any time. */
export function RoleSheet({ seat, onClose }: { seat: string; onClose: () => void }) {
  const { brief } = usePlay();
  const entry = seatBrief(brief, seat);
  if (entry === null) return null;
  return (
    <Sheet title={t('role.you', { name: entry.name })} onClose={onClose} name="role">
      <div class="row">
        <Crest role={entry.role} />
        <strong>{t(`role.${entry.role}`)}</strong>
      </div>
      <RoleCard seat={seat} level="h3" />
    </Sheet>
  );
}
