import type { TextKey, TextVars } from '../state/texts.ts';
import type { ServerFacts } from './probes.ts';

/** `bad`: play does not work. `note`: it works, but something is worth knowing. */
export type Mark = 'good' | 'note' | 'bad';

/** One thing that was tried, and what it means for a lesson. */
export interface Finding {
  readonly about: 'server' | 'socket' | 'storage' | 'clock' | 'screen';
  readonly mark: Mark;
  readonly text: TextKey;
  readonly vars: TextVars;
}

export interface Facts {
  readonly server: ServerFacts | null;
  readonly socket: number | null;
  readonly keeps: boolean;
  /** Width of the screen in CSS pixels. */
  readonly width: number;
}

/** Above this, in milliseconds, people notice that the network is slow. */
const SLOW = 700;
/** Minutes that a clock may be off. */
const CLOCK = 5;
/** The narrowest screen that everything fits on, in CSS pixels. */
const NARROW = 320;

/** What the facts mean, the most important first. Without the server, its clock is not known. */
export function findings(facts: Facts): readonly Finding[] {
  const { server } = facts;
  return [
    aboutServer(server),
    aboutSocket(facts.socket, server !== null),
    facts.keeps ? finding('storage', 'good', 'check.storage.good') : finding('storage', 'note', 'check.storage.note'),
    ...(server === null || server.minutesOff === null ? [] : [aboutClock(server.minutesOff)]),
    facts.width < NARROW
      ? finding('screen', 'note', 'check.screen.note', { px: facts.width })
      : finding('screen', 'good', 'check.screen.good', { px: facts.width }),
  ];
}

/** The worst of all marks. */
export function verdict(all: readonly Finding[]): Mark {
  if (all.some(({ mark }) => mark === 'bad')) return 'bad';
  return all.some(({ mark }) => mark === 'note') ? 'note' : 'good';
}

function finding(about: Finding['about'], mark: Mark, text: TextKey, vars: TextVars = {}): Finding {
  return { about, mark, text, vars };
}

function aboutServer(server: ServerFacts | null): Finding {
  if (server === null) return finding('server', 'bad', 'check.server.bad');
  const { milliseconds } = server;
  return milliseconds > SLOW
    ? finding('server', 'note', 'check.server.note', { ms: milliseconds })
    : finding('server', 'good', 'check.server.good', { ms: milliseconds });
}

function aboutSocket(milliseconds: number | null, serverAnswers: boolean): Finding {
  if (milliseconds === null) return finding('socket', 'bad', serverAnswers ? 'check.socket.bad' : 'check.socket.away');
  return milliseconds > SLOW
    ? finding('socket', 'note', 'check.socket.note', { ms: milliseconds })
    : finding('socket', 'good', 'check.socket.good', { ms: milliseconds });
}

function aboutClock(minutesOff: number): Finding {
  const minutes = Math.abs(minutesOff);
  return minutes > CLOCK ? finding('clock', 'note', 'check.clock.note', { minutes }) : finding('clock', 'good', 'check.clock.good');
}
