import { CLOSE_CODES } from '../../shared/closing.ts';
import type { ConsoleAnswer } from '../../shared/console.ts';
import type { WorkshopMessage } from '../../shared/messages.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { WorkshopProjection } from '../sync/workshop.ts';
import { WorkshopSync } from '../sync/workshopSchema.ts';
import { classRequests } from './classRequests.ts';
import { dropSlow } from './guard.ts';
import type { Player } from './player.ts';
import { type Handler, ShownRoom, type ShownRoomOptions } from './ShownRoom.ts';
import type { AdmittedToClass } from './viewers.ts';
import type { Workshop } from './workshop.ts';
import type { Workshops } from './workshops.ts';

export interface WorkshopRoomOptions extends ShownRoomOptions {
  readonly workshops: Workshops;
}

type ClassClient = WorkshopRoom['clients'][number];
type Answer = ConsoleAnswer | null;

/** The room of a class: its host's console, players who have no table yet, and projectors. */
export class WorkshopRoom extends ShownRoom<WorkshopSync, AdmittedToClass, Record<never, never>, Answer> {
  override maxClients = 160;
  override state = new WorkshopSync();
  #workshop: Workshop | null = null;
  #workshops: Workshops | null = null;
  #projection: WorkshopProjection | null = null;
  #stopListening = (): void => {};

  override messages: Record<WorkshopMessage | '_', Handler<ClassClient, Answer> | (() => void)> = {
    wish: this.#handler('wish'),
    console: this.#handler('console'),
    _: () => {},
  };

  override async onCreate(options: WorkshopRoomOptions): Promise<void> {
    const workshop = await options.workshops.find(options.code ?? '');
    if (workshop === null) return refuse(PROBLEMS.wrongCode);
    this.#workshop = workshop;
    this.#workshops = options.workshops;
    this.#stopListening = workshop.listen(() => this.publishing.soon());
    this.#projection = new WorkshopProjection(this.state, workshop);
    this.#projection.write();
    this.show(workshop, options, 'workshop');
  }

  override onDispose(): void {
    super.onDispose();
    this.#stopListening();
    if (this.#workshop !== null) this.#workshops?.rest(this.#workshop);
  }

  protected override playerOf({ player }: Extract<AdmittedToClass, { readonly kind: 'player' }>): Player | null {
    return this.#workshop?.find(player) ?? null;
  }

  protected override arrived(client: ClassClient, admitted: AdmittedToClass): void {
    if (admitted.kind === 'host') {
      client.view?.add(this.state.console);
      this.#workshop?.setHost(true);
    }
    if (admitted.kind === 'player') this.#workshop?.setConnected(admitted.player, true);
  }

  protected override left(admitted: AdmittedToClass, wasLast: boolean): void {
    if (admitted.kind === 'player' && wasLast) this.#workshop?.setConnected(admitted.player, false);
    if (admitted.kind === 'host' && !this.clients.some((other) => other.auth?.kind === 'host')) this.#workshop?.setHost(false);
  }

  protected override publish(): void {
    const workshop = this.#workshop;
    if (workshop === null) return;
    this.#projection?.write();
    this.broadcastPatch();
    dropSlow(this);
    this.#closeFor(workshop);
  }

  #handler(type: WorkshopMessage): Handler<ClassClient, Answer> {
    return this.handler(type, async (from, message) => {
      const [workshop, workshops] = [this.#workshop, this.#workshops];
      if (workshop === null || workshops === null) return refuse(PROBLEMS.serverError);
      return classRequests[type]({ workshop, workshops, from }, message);
    });
  }

  /** Whoever was taken out is no longer shown anything; of a class that is gone, nobody is. */
  #closeFor(workshop: Workshop): void {
    if (workshop.isGone) {
      // The host who has asked for it gets the answer first.
      setImmediate(() => void this.disconnect(CLOSE_CODES.ended));
      return;
    }
    for (const client of this.clients)
      if (client.auth?.kind === 'player' && workshop.find(client.auth.player) === null) client.leave(CLOSE_CODES.moved, 'moved');
  }
}
