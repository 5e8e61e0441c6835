import type { TableSession } from '../../client/net/session.ts';
import type { Luck } from '../play.ts';
import { Acknowledged } from './acknowledged.ts';
import { type Doomed, LONG } from './doomed.ts';
import { aSession, until } from './house.ts';
import { type Lesson, order } from './lesson.ts';

/** A class that is being killed again and again, with all that its clients know. */
export class Trial {
  readonly known = new Acknowledged();
  readonly lesson: Lesson;
  players: TableSession[] = [];
  readonly server: Doomed;
  readonly #luck: Luck;
  #count = 0;

  constructor(server: Doomed, lesson: Lesson, luck: Luck) {
    this.server = server;
    this.lesson = lesson;
    this.#luck = luck;
  }

  /** A number that was not used before: what is asked for can be told from all else. */
  next(): number {
    this.#count += 1;
    return this.#count;
  }

  some(most: number): number {
    return Math.floor(this.#luck() * (most + 1));
  }

  on(seat: string): readonly TableSession[] {
    return this.players.filter((player) => player.seat === seat);
  }

  /** The member of a seat who locks, and one who does not. */
  team(seat: string): { readonly captain: TableSession; readonly mate: TableSession } {
    const members = this.on(seat);
    const captain = members.find(({ player, team }) => team.value?.captain === player);
    const mate = members.find((member) => member !== captain) ?? captain;
    if (captain === undefined || mate === undefined) throw new Error(`nobody leads ${seat}`);
    return { captain, mate };
  }

  get phase(): string {
    const { round, phase } = this.players[0]?.view.value ?? {};
    return `${round} ${phase}`;
  }

  /** Kills the server while these are asking, and starts it again. */
  async killDuring(asking: readonly (() => Promise<void>)[], isHelped: boolean): Promise<void> {
    const enough = this.known.answers + this.some(asking.length * 2);
    const under = asking.map((ask) => ask());
    await Promise.race([until(() => this.known.answers >= enough, 'some answers', LONG), Promise.all(under)]);
    await this.server.kill();
    // Most are told that the network is back; now and then everybody finds out by themselves.
    if (isHelped) this.server.tell();
    await Promise.all(under);
    await until(
      () =>
        [this.lesson.host, ...this.players, ...this.#lobbies()].every(
          ({ link }) => link.value !== 'offline' && link.value !== 'connecting',
        ),
      'everybody to come back',
      LONG,
    );
    // Whoever was moved opens the page anew.
    for (const [index, player] of this.players.entries())
      if (player.link.value === 'ended')
        this.players[index] = await aSession(
          this.server.house,
          { kind: 'seat', code: this.lesson.created.code, nickname: '' },
          this.lesson.students[index]?.keyring,
        );
    // The answer comes after the state.
    await order(this.lesson.host, { do: 'set', settings: {} });
  }

  #lobbies() {
    return this.players.length > 0 ? [] : this.lesson.students.map(({ lobby }) => lobby);
  }
}
