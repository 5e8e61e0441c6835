import { t } from '../../state/texts.ts';
import { Choice } from '../Choice.tsx';
import { minutesText } from '../console/attention.ts';
import { useConsole, useOrder } from '../console/console.ts';
import { lengthsOf } from './minute.ts';

/** How long each phase takes where the timer is on: as the scenario proposes, or as the host likes. */
export function TimerLength() {
  const { brief, info } = useConsole();
  const { order } = useOrder();
  const { proposed, lengths } = lengthsOf(brief.phases, info.settings.phaseSeconds);
  return (
    <Choice
      label={t('console.set.time')}
      help={t('console.set.time.help')}
      value={String(info.settings.phaseSeconds)}
      choices={[
        ['0', t('console.set.time.proposed', { time: minutesText(proposed * 1000) })],
        ...lengths.map((seconds): [string, string] => [String(seconds), minutesText(seconds * 1000)]),
      ]}
      ask={async (value) => (await order({ do: 'set', settings: { phaseSeconds: Number(value) } })) !== null}
    />
  );
}
