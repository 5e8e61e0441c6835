import type { BotName } from '../../shared/botNames.ts';
import { hasText, t } from './texts.ts';

/** The bots on offer, those that think ahead first; a bot that is added must be named here. */
const BOTS = {
  'look-ahead-easy': 'bot.look-ahead-easy',
  'look-ahead': 'bot.look-ahead',
  'look-ahead-hard': 'bot.look-ahead-hard',
  'three-part': 'bot.three-part',
  cautious: 'bot.cautious',
  defiant: 'bot.defiant',
  random: 'bot.random',
} as const satisfies Readonly<Record<BotName, string>>;

/** Each bot with the words for how it plays. */
export const botChoices = (): readonly (readonly [BotName, string])[] =>
  Object.entries(BOTS).map(([name, text]) => [name as BotName, t(text)]);

export const isBot = (name: string): name is BotName => Object.hasOwn(BOTS, name);

/** How a bot plays, in words. */
export function botText(bot: string): string {
  const key = `bot.${bot}`;
  return hasText(key) ? t(key) : t('roster.bot.any');
}
