import { botBy, byTags } from './bot.ts';

const ANSWERS = { refuse: 0.9, court: 0.8, writing: 0.5, stall: 0.4, narrow: 0.2, comply: 0.05 } as const;

/** Gives no ground: refuses and goes to court as a platform, escalates as a regulator, shouts as an activist. */
export const defiant = botBy((option, { dice, view }) => {
  if (option.answer !== null) {
    const refused = view.demands.find(({ id }) => id === option.demand)?.answer === 'refuse';
    return ANSWERS[option.answer] + (refused && option.answer === 'court' ? 0.3 : 0);
  }
  if (option.slot !== null) return 0.4 + byTags(option, { escalate: 0.4, coerce: 0.3, relent: -0.3 });
  return (
    0.2 +
    byTags(option, {
      loud: 0.5,
      escalate: 0.4,
      coerce: 0.3,
      coordinate: 0.3,
      publish: 0.3,
      litigate: 0.3,
      support: 0.2,
      informal: 0.2,
      relent: -0.4,
      exit: -0.5,
    }) +
    dice(option.action) * 0.3
  );
});
