import { whole } from '../state/figures.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { TableScroll } from './TableScroll.tsx';

/** The board in words and as a table, made from the same view: for screen readers, and for anyone without the picture. */
export function BoardTwin({ open }: { open: boolean }) {
  const { brief, view } = usePlay();
  const platforms = brief.seats.filter((seat) => seat.role === 'platform');
  const held = platforms.filter((seat) => view.seats[seat.id]?.restriction);
  const removed = view.demands.flatMap((demand) => demand.items).filter((item) => item.status === 'removed').length;
  return (
    <details open={open} data-testid="board-twin">
      <summary>{t('twin.title')}</summary>
      <div class="stack">
        <p>
          {held.length === 0 ? t('twin.free') : t('twin.held', { names: held.map((seat) => seat.name).join(', ') })}{' '}
          {t('twin.removed', { n: removed })}
        </p>
        <TableScroll label={t('twin.caption')}>
          <table class="small">
            <caption class="hidden-visually">{t('twin.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('twin.seat')}</th>
                <th scope="col">{t('twin.stands')}</th>
                <th scope="col">{t('twin.numbers')}</th>
              </tr>
            </thead>
            <tbody>
              {brief.seats.map((seat) => (
                <TwinRow key={seat.id} seat={seat.id} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
    </details>
  );
}

function TwinRow({ seat }: { seat: string }) {
  const { brief, view } = usePlay();
  const entry = brief.seats.find((one) => one.id === seat);
  const state = view.seats[seat];
  if (entry === undefined || state === undefined) return null;
  const standing =
    entry.role !== 'platform'
      ? [t(`role.${entry.role}`)]
      : [
          t(`presence.${state.presence}`),
          t('standing.rung', { rung: brief.rungs[state.rung]?.title ?? state.rung }),
          ...(state.restriction === null ? [] : [t(`restriction.${state.restriction.kind}`)]),
          ...state.staff
            .filter((person) => person.status !== 'safe')
            .map((person) => `${entry.staff.find((one) => one.id === person.id)?.name ?? person.id}: ${t(`staff.${person.status}`)}`),
        ];
  const numbers = Object.entries(state.meters).map(([meter, value]) => `${brief.meters[meter]?.name ?? meter} ${whole(value ?? 0)}`);
  return (
    <tr>
      <th scope="row">{entry.name}</th>
      <td>{standing.join('; ')}</td>
      <td>{numbers.join('; ') || '–'}</td>
    </tr>
  );
}
