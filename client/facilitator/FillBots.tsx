import { useId, useState } from 'preact/hooks';
import type { BotName } from '../../shared/messages.ts';
import type { HostCommand } from '../net/session.ts';
import { t } from '../state/texts.ts';

/** The bots on offer, those that think ahead first; a bot that is added must be named here. */
const NAMES = {
  'look-ahead-easy': 'bot.look-ahead-easy',
  'look-ahead': 'bot.look-ahead',
  'look-ahead-hard': 'bot.look-ahead-hard',
  'three-part': 'bot.three-part',
  cautious: 'bot.cautious',
  defiant: 'bot.defiant',
  random: 'bot.random',
} as const satisfies Readonly<Record<BotName, string>>;

const isBot = (name: string): name is BotName => Object.hasOwn(NAMES, name);

/** Gives all free seats to bots: of the kind that is chosen, or each to the usual one of its role. */
export function FillBots({ act }: { act: (command: HostCommand) => Promise<boolean> }) {
  const field = useId();
  const [bot, setBot] = useState<BotName | null>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => void act(bot === null ? { do: 'fill-bots' } : { do: 'fill-bots', bot })}>
        {t('host.fill')}
      </button>
      <label class="hidden-visually" for={field}>
        {t('host.fill.kind')}
      </label>
      <select
        id={field}
        class="select bot-kind"
        value={bot ?? ''}
        onChange={({ currentTarget: { value } }) => setBot(isBot(value) ? value : null)}
      >
        <option value="">{t('bot.usual')}</option>
        {Object.entries(NAMES).map(([name, text]) => (
          <option key={name} value={name}>
            {t(text)}
          </option>
        ))}
      </select>
    </>
  );
}
