import { useId, useState } from 'preact/hooks';
import type { BotName } from '../../shared/botNames.ts';
import type { HostCommand } from '../net/session.ts';
import { botChoices, isBot } from '../state/bots.ts';
import { t } from '../state/texts.ts';

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
        {botChoices().map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </>
  );
}
