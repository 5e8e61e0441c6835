// Effects import each other in a ring that has to be entered here.
import '../../shared/effects/index.ts';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Conductor } from '../../client/board/conductor.ts';
import type { Kit } from '../../client/board/kit.ts';
import { layoutBoard } from '../../client/board/layout.ts';
import { modelOf } from '../../client/board/model.ts';
import { Motion } from '../../client/board/motion.ts';
import { paletteOf } from '../../client/board/palette.ts';
import { Stage } from '../../client/board/stage.ts';
import type { Standing } from '../../client/board/standing/parts.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import { aBrief, anEvent, aView } from './samples.ts';

/** Something on the board that takes whatever it is told. */
function aThing(onDestroy: () => void = () => {}): object {
  const thing: object = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'destroy') return onDestroy;
        if (name === 'x' || name === 'y') return 0;
        return typeof name === 'string' && name.startsWith('set') ? () => thing : aThing();
      },
    },
  );
  return thing;
}

/** A board without a canvas that counts what lies on the stage. */
function aBoard(still: boolean) {
  const onStage = new Set<string>();
  let count = 0;
  const motion = new Motion();
  const put = (name: string) => {
    const key = `${name} ${count++}`;
    onStage.add(key);
    return aThing(() => onStage.delete(key));
  };
  const brief = { ...aBrief(3), rungs: [{ title: 'Dialogue' }, { title: 'Fines' }] } as unknown as ReturnType<typeof aBrief>;
  const layout = layoutBoard(brief, { width: 800, height: 500, pixel: 1 });
  const kit = {
    ...{ brief, layout, unit: layout.unit, palette: paletteOf('light'), motion, still },
    image: (frame: string) => put(frame),
    bake: () => ({ image: aThing(), redraw: () => {}, destroy: () => {} }),
  } as unknown as Kit;
  const standing = {
    show: () => {},
    settle: () => {},
    bridges: { imageOf: () => aThing() },
    staff: { figure: () => null },
    towers: { point: () => {} },
    scales: { rule: () => {} },
  } as unknown as Standing;
  const conductor = new Conductor(kit, new Stage(kit, standing), standing, modelOf(brief, aView(brief)), () => {});
  const play = (events: readonly MatchEvent[]): void => {
    conductor.reveal(events, events, modelOf(brief, aView(brief)));
    for (let passed = 0; passed < 40_000 && (conductor.busy || motion.busy); passed += 50) {
      conductor.advance(50);
      motion.advance(50);
    }
  };
  return { onStage, play };
}

beforeEach(() => vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) }));
afterEach(() => vi.unstubAllGlobals());

const platform = 'platform-0';
const EVENTS = {
  'a block': anEvent(1, 'restricted', { seat: platform, kind: 'block', strength: 90, declared: true } as never),
  throttling: anEvent(1, 'restricted', { seat: platform, kind: 'throttle', strength: 40, declared: true } as never),
  'a report': anEvent(1, 'reported', { seat: platform, detail: 'detailed' } as never),
  'a fine': anEvent(1, 'fined', { seat: platform, tier: 'small', share: 0.05, cash: 1 }),
  'a leak': anEvent(1, 'happened', { kind: 'leak', title: 'A leak', text: '', seat: platform, to: 'everyone' }),
  'a mirror': anEvent(1, 'happened', { kind: 'mirror', title: 'Copies', text: '', seat: 'activist-0', to: 'everyone' }),
  'an election': anEvent(1, 'happened', { kind: 'election', title: 'The vote', text: '', seat: null, to: 'everyone' }),
  'a visit': anEvent(1, 'staffChanged', { seat: platform, staff: 'ada', from: 'safe', to: 'visited' } as never),
  'a lift': anEvent(1, 'lifted', { seat: platform } as never),
} as const satisfies Readonly<Record<string, MatchEvent>>;

test.each([...Object.keys(EVENTS).map((name) => [name as keyof typeof EVENTS, false] as const), ['a block', true] as const])(
  'nothing of %s stays on the stage when the reveal is over (nothing may move: %s)',
  (name, still) => {
    const { onStage, play } = aBoard(still);
    play([EVENTS[name]]);
    expect([...onStage]).toEqual([]);
  },
);
