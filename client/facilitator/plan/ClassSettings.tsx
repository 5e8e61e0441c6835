import type { WorkshopSettings } from '../../../shared/console.ts';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { type TextKey, t, tn } from '../../state/texts.ts';
import { Choice } from '../Choice.tsx';
import { useConsole, useOrder } from '../console/console.ts';
import { TimerLength } from '../orders/TimerLength.tsx';
import { Toggle } from '../Toggle.tsx';
import { LessonEnd } from './LessonEnd.tsx';

type Switch = 'locked' | 'approval' | 'typedNames' | 'hideNames' | 'freeText' | 'pauseWithoutHost';

const SWITCHES: readonly (readonly [Switch, TextKey, TextKey])[] = [
  ['locked', 'console.set.locked', 'console.set.locked.help'],
  ['approval', 'console.set.approval', 'console.set.approval.help'],
  ['typedNames', 'console.set.typed', 'console.set.typed.help'],
  ['hideNames', 'console.set.hide', 'console.set.hide.help'],
  ['freeText', 'console.set.free', 'console.set.free.help'],
  ['pauseWithoutHost', 'console.set.pause', 'console.set.pause.help'],
];

/** More tables than this are not made. */
const MOST_TABLES = 20;

/** How the class is run. Each change holds at once. */
export function ClassSettings() {
  const { info } = useConsole();
  const { settings } = info;
  const { order, problem } = useOrder();
  const set = async (change: Partial<WorkshopSettings>) => (await order({ do: 'set', settings: change })) !== null;
  return (
    <div class="stack class-settings">
      <ProblemNote problem={problem} />
      <div class="settings-fields">
        {info.status === 'lobby' && (
          <>
            <Choice
              label={t('console.set.tables')}
              help={t('console.set.tables.help')}
              value={String(settings.tables)}
              choices={[
                ['0', t('console.set.tables.auto')],
                ...Array.from({ length: MOST_TABLES }, (_, index): [string, string] => [
                  String(index + 1),
                  tn('console.tables', index + 1),
                ]),
              ]}
              ask={(value) => set({ tables: Number(value) })}
            />
            <Choice
              label={t('console.set.seeds')}
              help={t('console.set.seeds.help')}
              value={settings.seeds}
              choices={[
                ['different', t('console.set.seeds.different')],
                ['same', t('console.set.seeds.same')],
              ]}
              ask={(value) => set({ seeds: value === 'same' ? 'same' : 'different' })}
            />
          </>
        )}
        <LessonEnd />
        <TimerLength />
        <Choice
          label={t('console.set.kept')}
          help={t('console.set.kept.help')}
          value={String(settings.keptDays)}
          choices={[
            ['0', t('console.set.kept.0')],
            ['14', t('console.set.kept.14')],
            ['30', t('console.set.kept.30')],
          ]}
          ask={(value) => set({ keptDays: value === '0' ? 0 : value === '30' ? 30 : 14 })}
        />
      </div>
      <div class="settings-switches">
        {SWITCHES.map(([name, label, help]) => (
          <Toggle key={name} name={name} label={t(label)} help={t(help)} on={settings[name]} ask={(on) => set({ [name]: on })} />
        ))}
      </div>
    </div>
  );
}
