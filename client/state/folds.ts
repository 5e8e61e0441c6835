import { useRef, useState } from 'preact/hooks';

/** Which of the demands that a seat decides on lies open: one at a time, to begin with the first without a pick. */
export interface Folds {
  readonly open: string | null;
  /** How often the reader was led to one: the focus goes along. */
  readonly led: number;
  /** Opens one instead of the one before; null closes that. */
  readonly turnTo: (demand: string | null) => void;
  /** Opens one, and leads there. */
  readonly leadTo: (demand: string) => void;
}

/** The folds of one phase; they are asked for with the demands that have no pick yet. */
export function useFolds(): (undecided: readonly string[]) => Folds {
  const first = useRef<string | null>(null);
  const [turned, setTurned] = useState<{ readonly to: string | null } | null>(null);
  const [led, setLed] = useState(0);
  return (undecided) => {
    first.current ??= undecided[0] ?? null;
    return {
      open: turned === null ? first.current : turned.to,
      led,
      turnTo: (demand) => setTurned({ to: demand }),
      leadTo: (demand) => {
        setTurned({ to: demand });
        setLed(led + 1);
      },
    };
  };
}

/** The demand to go on with from one of them: the next without a pick, beginning anew after the last. Null if each has one. */
export function nextOf(demands: readonly string[], undecided: readonly string[], from: string | null): string | null {
  const at = from === null ? -1 : demands.indexOf(from);
  return [...demands.slice(at + 1), ...demands.slice(0, at + 1)].find((demand) => undecided.includes(demand)) ?? null;
}
