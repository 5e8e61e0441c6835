import type { Brief, MeterMove } from '../../shared/view/brief.ts';
import { byWhose } from '../../shared/view/moves.ts';
import type { LegalOption } from '../../shared/view/view.ts';
import type { obstacle } from '../state/draft.ts';
import { oddsWord, percent, shown } from '../state/figures.ts';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';
import { Moves } from './EffectLines.tsx';

/** What an option costs in points and own meters, in words. */
export function costText({ meters }: Pick<Brief, 'meters'>, { points, costs }: Pick<LegalOption, 'points' | 'costs'>): string {
  if (costs.length === 0) return points === 0 ? t('cost.free') : tn('points', points);
  const paid = costs.map(({ meter, by }) => t('cost.meter', { by: shown(-by), meter: meters[meter]?.name ?? meter }));
  return t('cost.of', { what: [...(points === 0 ? [] : [tn('points', points)]), ...paid].join(' + ') });
}

/** The cost of an option where it is picked. */
export function CostText({ option }: { option: LegalOption }) {
  return <span class="pick-cost small">{costText(usePlay().brief, option)}</span>;
}

/** The chance of an option's roll: of what, in a word and in per cent. */
function OddsText({ action, odds }: Pick<LegalOption, 'action' | 'odds'>) {
  const { brief } = usePlay();
  if (odds === null) return null;
  const of = brief.actions[action]?.oddsOf ?? null;
  return (
    <span class="move small">
      <span class="soft">{of === null ? t('odds') : t('odds.of', { what: of })}</span> <strong>{t(oddsWord(odds))}</strong> ({percent(odds)}{' '}
      %)
    </span>
  );
}

interface OutlookProps {
  readonly option: Pick<LegalOption, 'action' | 'odds'> | undefined;
  readonly moves: readonly MeterMove[];
  /** How many more are told elsewhere. */
  readonly more?: number;
}

/** What to expect of an option, in a line: the chance of its roll, and the meters it moves. */
export function OutlookLine({ option, moves, more = 0 }: OutlookProps) {
  const odds = option?.odds ?? null;
  if (odds === null && moves.length === 0) return null;
  return (
    <span class="outlook">
      <OddsText action={option?.action ?? ''} odds={odds} /> <Moves moves={moves} />
      {more > 0 && <span class="move small soft">{tn('move.more', more)}</span>}
    </span>
  );
}

/** The same of an answer. On a phone, where answers are compared, what it moves for others is only counted. */
export function AnswerOutlook({ option, moves }: { option: LegalOption; moves: readonly MeterMove[] }) {
  const { near, others } = byWhose(moves);
  if (near.length === 0 || others.length === 0) return <OutlookLine option={option} moves={moves} />;
  return (
    <>
      <span class="not-on-phones">
        <OutlookLine option={option} moves={moves} />
      </span>
      <span class="only-on-phones">
        <OutlookLine option={option} moves={near} more={others.length} />
      </span>
    </>
  );
}

/** What an answer moves for others, for the text that opens: on a phone only. */
export function MovesOfOthers({ moves }: { moves: readonly MeterMove[] }) {
  const { near, others } = byWhose(moves);
  if (near.length === 0 || others.length === 0) return null;
  return (
    <p class="only-on-phones">
      <Moves moves={others} />
    </p>
  );
}

/** Why an option can't be picked now. */
export function ObstacleText({ why }: { why: ReturnType<typeof obstacle> }) {
  const { brief } = usePlay();
  if (why === null) return null;
  const text = why === 'points' ? t('obstacle.points') : t('obstacle.meter', { meter: brief.meters[why.meter]?.name ?? why.meter });
  return <strong class="small">{text}</strong>;
}
