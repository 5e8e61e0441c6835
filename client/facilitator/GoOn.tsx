import { t } from '../state/texts.ts';
import { AskFirst } from './AskFirst.tsx';

/** The key that says "Next" for the table in view. */
const NEXT_KEY = 'N';

interface Props {
  readonly order: 'next' | 'stop-waiting';
  readonly paused: boolean;
  /** What is to be asked where somebody has picked nothing, or may have picked nothing. */
  readonly undecided?: string | undefined;
  readonly look?: 'primary' | 'quiet';
  /** The table that is meant, for those who do not see where the button stands. */
  readonly table?: string;
  /** Gives the order; resolves to whether it was done. */
  readonly act: () => Promise<boolean>;
}

/**
 * Lets one table go on. It asks first while the table is paused, since the pupils' screens say that they are to wait, and where somebody
 * has picked nothing yet.
 */
export function GoOn({ order, paused, undecided, look, table, act }: Props) {
  const waits = !paused && undecided !== undefined;
  return (
    <AskFirst
      key={String(paused)}
      needed={paused || waits}
      look={look}
      keys={order === 'next' ? NEXT_KEY : undefined}
      label={
        <>
          {t(`host.${order}`)}
          {table !== undefined && <span class="hidden-visually"> {table}</span>}
        </>
      }
      question={waits ? undecided : t(`host.${order}.paused`)}
      yes={t(`host.${order}`)}
      no={t(waits ? 'host.next.wait' : 'host.leave-paused')}
      act={act}
    />
  );
}

/** Presses "Next" as a click does; nothing where it does not stand, or has asked already. */
export function pressNext(): void {
  document.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${NEXT_KEY}"]`)?.click();
}
