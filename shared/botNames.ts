import { z } from 'zod';

/** The bots that may take a seat, by the name that is stored and sent. */
export const BOT_NAMES = ['random', 'cautious', 'defiant', 'three-part', 'look-ahead-easy', 'look-ahead', 'look-ahead-hard'] as const;
export const BotName = z.enum(BOT_NAMES);
export type BotName = z.output<typeof BotName>;
