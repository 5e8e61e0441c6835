import type { Brief, EffectBrief, MeterMove } from '../../../shared/view/brief.ts';
import { byCertainty } from '../../../shared/view/moves.ts';
import { t } from '../../state/texts.ts';

/** What effects do, in one line of words: what is done, then each meter that moves, and which way; empty for nothing. */
export function effectText({ meters }: Pick<Brief, 'meters'>, { acts, moves }: EffectBrief): string {
  const { sure, perhaps } = byCertainty(moves);
  const listed = (some: readonly MeterMove[]): string => some.map((move) => moveText(meters, move)).join(', ');
  const parts = [...acts, listed(sure), perhaps.length === 0 ? '' : `${t('move.perhaps')} ${listed(perhaps)}`];
  return parts
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}

function moveText(meters: Brief['meters'], { meter, who, up, size, perhaps, turns }: MeterMove): string {
  const name = meters[meter]?.name ?? meter;
  const whose = who === null ? name : t('move.of', { meter: name, who });
  if (turns) return `${whose} ${t(perhaps ? 'move.depends' : 'move.turns')}`;
  return `${whose} ${t(up ? 'move.up' : 'move.down', { size: t(`move.size.${size}`) })}`;
}
