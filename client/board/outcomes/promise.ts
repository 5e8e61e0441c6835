import { quoted } from '../../state/texts.ts';
import type { Outcome } from '../outcome.ts';
import { textCard } from './changes.ts';

/** A promise that was kept or broken: who gave it, to whom, and what it was. */
export const promise: Outcome = {
  ...textCard,
  name: 'promise',
  play(stage, cue) {
    const { brief } = stage.kit;
    const nameOf = (seat: string): string => brief.seats.find(({ id }) => id === seat)?.name ?? seat;
    for (const event of cue.events)
      if (event.type === 'promiseJudged')
        stage.card(
          brief.rules[event.kept ? 'pact:kept' : 'pact:broken']?.title ?? '',
          `${nameOf(event.seat)} → ${nameOf(event.partner)}: ${quoted(brief.pacts?.terms[event.term]?.title ?? '')}`,
          cue.ms * 1.4,
        );
  },
};
