import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleAnswer, ConsoleOrder, TableOrder } from '../../../shared/console.ts';
import type { Problem } from '../../../shared/messages.ts';
import type { Brief, PhaseBrief, ScriptLine } from '../../../shared/view/brief.ts';
import { isProblem } from '../../net/api.ts';
import type { ClassConsole, ClassInfo, ClassSession, ClassTable } from '../../net/session.ts';
import { useProblem } from '../../state/request.ts';
import type { Person } from './people.ts';

/** What lies over the console. */
export type OverConsole =
  | { readonly kind: 'player'; readonly player: string }
  | { readonly kind: 'next' | 'more' | 'broadcast' | 'join' | 'device' | 'settings' | 'delete' };

/** The class as its console shows it: plain values of the moment. */
export interface Console {
  readonly code: string;
  readonly session: ClassSession;
  readonly brief: Brief;
  readonly info: ClassInfo;
  readonly secrets: ClassConsole;
  readonly people: ReadonlyMap<string, Person>;
  /** The tables on which play goes on, by number. */
  readonly tables: readonly ClassTable[];
  readonly script: readonly ScriptLine[];
  /** The table that the class plays at, where it has no other. */
  readonly only: ClassTable | null;
  /** The table in view; null: all of them. */
  readonly inView: ClassTable | null;
  /** Looks at a table by its number, or (null) at all. */
  readonly look: (table: number | null) => void;
  readonly show: (over: OverConsole | null) => void;
}

export const ConsoleContext = createContext<Console | null>(null);

/** The console around this component. Throws where there is none: a mistake in the code, not of a person. */
export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  if (console === null) throw new Error('No console around this component.');
  return console;
}

export interface Ordering {
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Sends an order. Answers what came back, or null if there was a problem, which is then shown. */
  readonly order: (order: ConsoleOrder) => Promise<ConsoleAnswer | null>;
  /** The same, to one table or (null) to all. */
  readonly tell: (table: string | null, order: TableOrder) => Promise<ConsoleAnswer | null>;
  readonly clear: () => void;
}

/** Orders to the class, with the latest problem kept for showing. A second press while the same order is under way does nothing. */
export function useOrder(): Ordering {
  const { session } = useConsole();
  const [problem, setProblem] = useProblem();
  const [busy, setBusy] = useState(false);
  const underWay = useRef(new Set<string>());
  const order = async (wanted: ConsoleOrder): Promise<ConsoleAnswer | null> => {
    const name = JSON.stringify(wanted);
    if (underWay.current.has(name)) return null;
    underWay.current.add(name);
    setBusy(true);
    const answer = await session.order(wanted);
    underWay.current.delete(name);
    setBusy(underWay.current.size > 0);
    setProblem(isProblem(answer) ? answer : null);
    return isProblem(answer) ? null : answer;
  };
  return { problem, busy, order, tell: (table, wanted) => order({ do: 'table', table, order: wanted }), clear: () => setProblem(null) };
}

/** The phase in which a table is; null before the start and at the end. */
export function phaseAt(brief: Brief, table: Pick<ClassTable, 'phase'>): PhaseBrief | null {
  return brief.phases.find(({ id }) => id === table.phase) ?? null;
}

/** The time of this device, anew each second. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  return now;
}
