import { botBy } from './bot.ts';

/** Anything legal, all equally likely. */
export const random = botBy((option, { dice }) => dice(`like|${option.action}|${option.on ?? ''}`));
