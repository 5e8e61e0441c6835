import { t } from '../state/texts.ts';
import { AskFirst } from './AskFirst.tsx';

/** The key that says "Next" for the table in view. */
const NEXT_KEY = 'N';

interface Props {
  readonly order: 'next' | 'stop-waiting';
  readonly paused: boolean;
  readonly look?: 'primary' | 'quiet';
  /** The table that is meant, for those who do not see where the button stands. */
  readonly table?: string;
  /** Gives the order; resolves to whether it was done. */
  readonly act: () => Promise<boolean>;
}

/** Lets one table go on. While it is paused it asks first: the pupils' screens say that they are to wait. */
export function GoOn({ order, paused, look, table, act }: Props) {
  return (
    <AskFirst
      key={String(paused)}
      needed={paused}
      look={look}
      keys={order === 'next' ? NEXT_KEY : undefined}
      label={
        <>
          {t(`host.${order}`)}
          {table !== undefined && <span class="hidden-visually"> {table}</span>}
        </>
      }
      question={t(`host.${order}.paused`)}
      yes={t(`host.${order}`)}
      no={t('host.leave-paused')}
      act={act}
    />
  );
}

/** Presses "Next" as a click does; nothing where it does not stand, or has asked already. */
export function pressNext(): void {
  document.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${NEXT_KEY}"]`)?.click();
}
