import { actionTitle, seatBrief } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** Points to the action by which seats act together in this scenario, if it has one. */
export function Together({ seat }: { seat: string }) {
  const { brief } = usePlay();
  const role = seatBrief(brief, seat)?.role;
  if (brief.joint.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="joint-title">
      <h3 id="joint-title">{t('joint.title')}</h3>
      {brief.joint.map(({ action, roles }) => {
        const phase = brief.phases.find(({ id }) => id === brief.actions[action]?.phase)?.title ?? '';
        const isMine = role !== undefined && roles.includes(role);
        return (
          <p key={action}>
            {t(isMine ? 'joint.text' : 'joint.others', {
              action: actionTitle(brief, action),
              phase,
              text: brief.actions[action]?.text ?? '',
            })}
          </p>
        );
      })}
    </section>
  );
}
