import type { EffectBrief, MeterMove } from '../../shared/view/brief.ts';
import { byCertainty } from '../../shared/view/moves.ts';
import { verdict } from '../state/figures.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** What an action or law does, made from its data: its acts in words, then the meters it moves, with one to three arrows for how much. */
export function EffectLines({ effect: { acts, moves } }: { effect: EffectBrief }) {
  if (acts.length === 0 && moves.length === 0) return null;
  return (
    <span class="effect">
      <Acts acts={acts} />
      {moves.length > 0 && (
        <span class="moves">
          <Moves moves={moves} />
        </span>
      )}
    </span>
  );
}

/** What is done, in words. */
export function Acts({ acts }: Pick<EffectBrief, 'acts'>) {
  return acts.length === 0 ? null : <span class="small soft acts">{acts.map((act) => `${act}.`).join(' ')}</span>;
}

/** The meters that are moved, one after the other; those that are only perhaps moved come last. */
export function Moves({ moves }: Pick<EffectBrief, 'moves'>) {
  const { sure, perhaps } = byCertainty(moves);
  return (
    <>
      {[...sure, ...perhaps].map((move) => (
        <Move key={`${move.who ?? ''} ${move.meter}`} move={move} before={move === perhaps[0] ? t('move.perhaps') : null} />
      ))}
    </>
  );
}

/** A meter that is moved. `before`: a word for it and all that follow. */
function Move({ move, before }: { move: MeterMove; before: string | null }) {
  const { brief } = usePlay();
  const meter = brief.meters[move.meter];
  const name = meter?.name ?? move.meter;
  if (move.turns)
    return (
      <span class="move small">
        <span aria-hidden="true">▲▼</span> {move.who === null ? name : t('move.of', { meter: name, who: move.who })}{' '}
        <span class="hidden-on-phones">{t(move.perhaps ? 'move.depends' : 'move.turns')} </span>
      </span>
    );
  const words = t(move.up ? 'move.up' : 'move.down', { size: t(`move.size.${move.size}`) });
  return (
    <span class="move small">
      {before !== null && <span class="soft">{before} </span>}
      <span
        class={`delta ${verdict(move.up ? move.size : -move.size, move.who === null ? (meter?.good ?? null) : null)}`}
        aria-hidden="true"
      >
        {(move.up ? '▲' : '▼').repeat(move.size)}
      </span>{' '}
      {move.who === null ? name : t('move.of', { meter: name, who: move.who })}
      <span class="hidden-visually"> {words}</span>{' '}
    </span>
  );
}
