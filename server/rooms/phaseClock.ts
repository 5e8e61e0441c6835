import { type Countdown, countdown, now, SECOND } from './clock.ts';

/** The clock of the phase that is open: whether it is counted, how much is left, and who gets more. */
export class PhaseClock {
  readonly #countdown: Countdown;
  /** Whether those who need more than the timer gives are being waited for. */
  #inExtraTime = false;
  /** Whether nobody looks on: then no time passes. */
  #isHeld = true;
  #since = now();
  paused: boolean;
  timer: boolean;

  constructor({ paused, timer }: { readonly paused: boolean; readonly timer: boolean }, onEnd: () => void) {
    this.paused = paused;
    this.timer = timer;
    this.#countdown = countdown(onEnd);
  }

  /** When the phase began, in milliseconds since 1970. */
  get since(): number {
    return this.#since;
  }

  get inExtraTime(): boolean {
    return this.#inExtraTime;
  }

  /** Milliseconds left for everybody, or null when nothing is counted. Extra time is nobody else's business. */
  left(): number | null {
    return this.#isHeld ? null : this.#leftForAll();
  }

  /** Another phase begins. */
  begin(seconds: number): void {
    this.#since = now();
    this.restart(seconds);
  }

  /** Counts so many seconds from now if the timer is on; 0 counts nothing. */
  restart(seconds: number): void {
    this.stop();
    if (this.timer && seconds > 0) this.#run(seconds * SECOND);
  }

  /** Adds seconds; what was not counted is counted from now. */
  more(seconds: number): void {
    const left = this.#leftForAll() ?? 0;
    this.stop();
    this.#run(left + seconds * SECOND);
  }

  /** Waits so many seconds longer for those who need them. */
  giveExtra(seconds: number): void {
    this.#inExtraTime = true;
    this.#run(seconds * SECOND);
  }

  /** Ends again after so many milliseconds: this time it could not be heard. */
  endAgainIn(milliseconds: number): void {
    this.#run(milliseconds);
  }

  pause(): void {
    this.paused = true;
    this.#countdown.pause();
  }

  resume(): void {
    this.paused = false;
    this.#goOn();
  }

  /** Nobody looks on any more: what is left stays until somebody does. */
  hold(): void {
    this.#isHeld = true;
    this.#countdown.pause();
  }

  /** Somebody looks on. */
  release(): void {
    this.#isHeld = false;
    this.#goOn();
  }

  stop(): void {
    this.#inExtraTime = false;
    this.#countdown.stop();
  }

  #leftForAll(): number | null {
    const left = this.#countdown.left();
    return left !== null && this.#inExtraTime ? 0 : left;
  }

  #run(milliseconds: number): void {
    this.#countdown.start(milliseconds);
    this.#countdown.pause();
    this.#goOn();
  }

  #goOn(): void {
    if (!this.paused && !this.#isHeld) this.#countdown.resume();
  }
}
