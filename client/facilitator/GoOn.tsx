import { t, tn } from '../state/texts.ts';
import { AskFirst } from './AskFirst.tsx';

/** The key that says "Next" for the table in view. */
const NEXT_KEY = 'N';

interface Props {
  readonly order: 'next' | 'stop-waiting';
  readonly paused: boolean;
  /** How many seats have still to choose in the phase that is open: “Next” would pass over what they plan, and else a bot may choose for them. */
  readonly undecided?: number;
  readonly look?: 'primary' | 'quiet';
  /** The table that is meant, for those who do not see where the button stands. */
  readonly table?: string;
  /** Gives the order; resolves to whether it was done. */
  readonly act: () => Promise<boolean>;
}

/**
 * Lets one table go on. It asks first while the table is paused, since the pupils' screens say that they are to wait, and where it would
 * take a choice from somebody, or let a bot make it.
 */
export function GoOn({ order, paused, undecided = 0, look, table, act }: Props) {
  const passesOver = !paused && undecided > 0;
  return (
    <AskFirst
      key={String(paused)}
      needed={paused || passesOver}
      look={look}
      keys={order === 'next' ? NEXT_KEY : undefined}
      label={
        <>
          {t(`host.${order}`)}
          {table !== undefined && <span class="hidden-visually"> {table}</span>}
        </>
      }
      question={passesOver ? tn(`host.${order}.undecided`, undecided) : t(`host.${order}.paused`)}
      yes={t(`host.${order}`)}
      no={t(passesOver ? 'host.next.wait' : 'host.leave-paused')}
      act={act}
    />
  );
}

/** Presses "Next" as a click does; nothing where it does not stand, or has asked already. */
export function pressNext(): void {
  document.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${NEXT_KEY}"]`)?.click();
}
