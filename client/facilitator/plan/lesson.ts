import type { Brief } from '../../../shared/view/brief.ts';

const MINUTE = 60_000;
/** What the debrief of a lesson takes, in minutes. */
export const DEBRIEF = 15;
/** What it takes until all are in and have read their cards, in minutes. */
const ARRIVAL = 8;
/** A lesson that ended longer ago than this is another one. */
const LONG_AGO = 60 * MINUTE;
/** The shortest phase that a plan proposes, in seconds. */
const SHORTEST = 60;

/** What fits into the time that is left of a lesson. */
export interface LessonPlan {
  /** Minutes that are left for rounds, before the debrief. */
  readonly play: number;
  /** Minutes that a round takes at most, by the times of its phases. */
  readonly perRound: number;
  /** How many rounds fit then. */
  readonly rounds: number;
  /** The seconds for each phase with which all rounds would fit; null where they do, or where phases would be too short. */
  readonly secondsForAll: number | null;
}

/** Minutes that a round takes at most: each phase that has a time, as the scenario proposes or (not 0) as chosen. */
export function roundMinutes({ phases }: Pick<Brief, 'phases'>, phaseSeconds: number): number {
  return phases.reduce((sum, { seconds }) => sum + (seconds === 0 ? 0 : phaseSeconds || seconds), 0) / 60;
}

/** When the debrief should begin, for a lesson that ends then; null where the end is not said, or long over. */
export function debriefAt(lessonEnds: number, now: number): number | null {
  return lessonEnds === 0 || now - lessonEnds > LONG_AGO ? null : lessonEnds - DEBRIEF * MINUTE;
}

/** What fits until the debrief. `isPlaying`: all are at their tables already. */
export function planLesson(
  brief: Pick<Brief, 'phases' | 'rounds'>,
  phaseSeconds: number,
  untilDebrief: number,
  isPlaying: boolean,
): LessonPlan {
  const play = Math.max(0, Math.floor(untilDebrief / MINUTE) - (isPlaying ? 0 : ARRIVAL));
  const perRound = roundMinutes(brief, phaseSeconds);
  const rounds = perRound === 0 ? brief.rounds : Math.min(brief.rounds, Math.floor(play / perRound));
  const timed = brief.phases.filter(({ seconds }) => seconds > 0).length;
  const seconds = timed === 0 ? 0 : Math.floor((play * 60) / (brief.rounds * timed) / 30) * 30;
  return { play, perRound, rounds, secondsForAll: rounds < brief.rounds && seconds >= SHORTEST ? seconds : null };
}

/** A moment as the time of day that a clock field holds: "09:05". */
export function timeOfDay(moment: number): string {
  const date = new Date(moment);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** The next moment at that time of day, or the one just before `now`; 0 for the empty field. */
export function momentAt(time: string, now: number): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) return 0;
  const date = new Date(now);
  date.setHours(Number(hours), Number(minutes), 0, 0);
  if (now - date.getTime() > 12 * 60 * MINUTE) date.setDate(date.getDate() + 1);
  return date.getTime();
}
