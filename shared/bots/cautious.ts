import { botBy, byTags } from './bot.ts';

const ANSWERS = { comply: 0.8, narrow: 0.7, writing: 0.6, stall: 0.3, court: 0.2, refuse: 0.1 } as const;

/** Avoids trouble: obeys what is on paper, protects its people, sanctions by the book, stays quiet. */
export const cautious = botBy((option, { dice, view }) => {
  if (option.answer !== null) {
    const demand = view.demands.find(({ id }) => id === option.demand);
    const informal = demand?.formality === 'call' || demand?.formality === 'visit';
    return ANSWERS[option.answer] + (informal && option.answer === 'writing' ? 0.4 : 0);
  }
  if (option.slot !== null)
    return (
      0.4 +
      byTags(option, { lawful: 0.3, relent: 0.15, escalate: -0.1, coerce: -0.5 }) +
      dice(`sanction|${option.action}|${option.on ?? ''}`) * 0.35
    );
  return (
    0.3 +
    byTags(option, {
      protect: 0.4,
      prepare: 0.3,
      review: 0.3,
      lawful: 0.3,
      quiet: 0.3,
      capacity: 0.1,
      loud: -0.2,
      coerce: -0.4,
      exit: -0.5,
      informal: -0.2,
    }) +
    dice(option.action) * 0.3
  );
});
