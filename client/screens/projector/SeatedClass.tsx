import type { Brief } from '../../../shared/view/brief.ts';
import { Crest } from '../../components/Crest.tsx';
import { Heading } from '../../components/Heading.tsx';
import type { ClassInfo, ClassSeat, ClassTable } from '../../net/session.ts';
import { useJoinUrl } from '../../state/joinUrl.ts';
import { seatBrief } from '../../state/labels.ts';
import { t } from '../../state/texts.ts';
import { tilesOf } from './crowd.ts';
import { useFit } from './useFit.ts';

interface Props {
  readonly code: string;
  readonly brief: Brief;
  readonly info: ClassInfo;
  readonly tables: readonly ClassTable[];
}

/** Where everybody sits, table by table; the code stays for those who come late. */
export function SeatedClass({ code, brief, info, tables }: Props) {
  const joinUrl = useJoinUrl(code);
  const size = tilesOf(tables.length);
  const list = useFit();
  const names = new Map(info.players.map(({ id, nickname }) => [id, nickname]));
  return (
    <>
      <div class="projector-head">
        <Heading of="class-seated">{t('projector.class.seated')}</Heading>
        <p>
          {t('projector.class.late', { address: `${new URL(joinUrl).host}/j` })} <strong class="late-code">{code}</strong>
        </p>
      </div>
      <ul class="class-tables" data-tiles={size} ref={list}>
        {tables.map((table) => (
          <li key={table.code} class="class-table">
            <h2>{t('console.table', { n: table.number })}</h2>
            <ul>
              {table.seats
                // Among many tables, only people look for theirs.
                .filter((seat) => size !== 'crowd' || seat.players.length > 0)
                .map((seat) => (
                  <SeatLine key={seat.id} seat={seat} brief={brief} names={names} />
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function SeatLine({ seat, brief, names }: { seat: ClassSeat; brief: Brief; names: ReadonlyMap<string, string> }) {
  const entry = seatBrief(brief, seat.id);
  const people = seat.players.map((id) => names.get(id) ?? '').filter(Boolean);
  const said = people.length > 0 ? people.join(', ') : seat.holder === 'bot' ? t('projector.class.bot') : '';
  return (
    <li class={`seat-line${entry === null ? '' : ` role-${entry.role}`}`}>
      {entry !== null && <Crest role={entry.role} />}
      <span>
        <strong>
          {entry?.name ?? seat.id}
          {said !== '' && ':'}
        </strong>{' '}
        {said}
        {seat.players.length === 0 && seat.holder === 'empty' && <span class="hidden-visually">{t('projector.open')}</span>}
      </span>
    </li>
  );
}
