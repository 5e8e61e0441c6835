import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import {
  CreateTable,
  CreateWorkshop,
  type Joined,
  JoinTable,
  Reclaim,
  TableCode,
  type Watching,
  WatchTable,
} from '../../shared/messages.ts';
import type { House } from '../house.ts';
import { PROBLEMS, readMessage, refuse } from '../problems.ts';
import type { Player } from '../rooms/player.ts';
import type { Table } from '../rooms/table.ts';
import { Workshop } from '../rooms/workshop.ts';
import { hashSecret, secretMatches } from '../secrets.ts';
import { joinAddress } from './address.ts';
import { exportCsv, exportRecord, type PlayedFirst } from './export.ts';
import { GuessLimits } from './limits.ts';

/** Creating, joining, watching and deleting tables and classes. A code may be of either. */
export function tableRoutes(house: House): Router {
  const limits = new GuessLimits();
  const routes = Router();
  const guarded = <T>(request: Request<{ code: string }>, task: (code: string) => Promise<T>): Promise<T> =>
    limits.guard(request, tidyCode(request.params.code), () => task(readCode(request.params.code)));
  routes.post('/tables', async (request, response) => {
    limits.countCreation(request);
    response.status(201).json(await createTable(house, request.body));
  });
  routes.post('/workshops', async (request, response) => {
    limits.countCreation(request);
    const { scenario, language, seed, expected } = read(CreateWorkshop, request.body);
    response.status(201).json(await house.workshops.create({ scenario, language, seed, expected: expected ?? 0 }));
  });
  routes.post('/join', async (request, response) => {
    response.json(await limits.guard(request, codeIn(request.body), () => join(house, request, request.body)));
  });
  routes.post('/reclaim', async (request, response) => {
    response.json(await limits.guardWords(request, codeIn(request.body), () => reclaim(house, request.body)));
  });
  routes.post('/watch', async (request, response) => {
    response.json(await limits.guard(request, codeIn(request.body), () => watch(house, request.body)));
  });
  routes.get('/tables/:code', async (request, response) => {
    response.json(await guarded(request, (code) => describe(house, request, code)));
  });
  routes.delete('/tables/:code', async (request, response) => {
    await guarded(request, (code) => remove(house, request, code));
    response.status(204).end();
  });
  routes.post('/tables/:code/play-on', async (request, response) => {
    await guarded(request, (code) => playOn(house, request, code));
    response.json(null);
  });
  // The scenario as the table was created with: the file may have changed since.
  routes.get('/tables/:code/brief', async (request, response) => {
    response.json((await guarded(request, (code) => openCode(house, code))).shelved.brief);
  });
  routes.get('/tables/:code/cases', async (request, response) => {
    response.json((await guarded(request, (code) => openCode(house, code))).shelved.caseFiles);
  });
  routes.get('/tables/:code/script', async (request, response) => {
    const { scenario } = (await guarded(request, (code) => openForHost(house, request, code))).shelved;
    response.json({ script: scenario.script, learningGoals: scenario.learningGoals });
  });
  routes.get('/tables/:code/export.csv', async (request, response) => {
    const opened = await guarded(request, (code) => openForHost(house, request, code));
    response.type('text/csv').attachment(`chokepoint-${opened.stored.scenario}.csv`);
    response.send(opened instanceof Workshop ? exportCsv(opened.tables, await playedFirst(house, opened)) : exportCsv([opened]));
  });
  routes.get('/tables/:code/export.json', async (request, response) => {
    const opened = await guarded(request, (code) => openForHost(house, request, code));
    const table = opened instanceof Workshop ? refuse(PROBLEMS.noSuchTable) : opened;
    response.attachment(`chokepoint-${opened.stored.scenario}.json`).json(await exportRecord(table, house.store));
  });
  routes.get('/tables/:code/qr.svg', async (request, response) => {
    await guarded(request, (code) => openCode(house, code));
    await sendQr(house, request, response, readCode(request.params.code));
  });
  return routes;
}

/** The class or the table of a code. Refuses with `wrong-code`. */
async function openCode(house: House, code: string): Promise<Table | Workshop> {
  return (await house.workshops.find(code)) ?? (await house.tables.open(code));
}

/** The same, for whoever sends its host's secret in the header `x-host-secret`. */
async function openForHost(house: House, request: Request, code: string): Promise<Table | Workshop> {
  const opened = await openCode(house, code);
  if (!secretMatches(request.get('x-host-secret') ?? '', opened.stored.hostHash)) refuse(PROBLEMS.wrongHostSecret);
  return opened;
}

async function createTable(house: House, body: unknown) {
  const { scenario, language, seed, bots } = read(CreateTable, body);
  return house.tables.create({ scenario, language, seed, bots: bots ?? null });
}

async function join(house: House, request: Request, body: unknown): Promise<Joined> {
  const { code, nickname, seat, wish, seatSecret } = read(JoinTable, body);
  const workshop = (await house.workshops.find(code)) ?? (await house.workshops.ofTable(await house.tables.open(code)));
  if (workshop === null) {
    const { table, player, seatSecret: secret } = await house.tables.join(code, { nickname, seat, seatSecret });
    return admitted(house, { table, workshop: null }, player, secret);
  }
  const where = { table: null, workshop };
  const { enrolment } = workshop;
  if (seatSecret !== undefined) return admitted(house, where, await enrolment.bySecret(seatSecret), seatSecret);
  const device = request.get('x-device');
  const { player, secret } = await enrolment.join(nickname, wish ?? null, device === undefined ? null : hashSecret(device.slice(0, 64)));
  return admitted(house, where, player, secret);
}

async function reclaim(house: House, body: unknown): Promise<Joined> {
  const { code, words } = read(Reclaim, body);
  const workshop = (await house.workshops.find(code)) ?? (await house.workshops.ofTable(await house.tables.open(code)));
  if (workshop === null) return refuse(PROBLEMS.wrongWords);
  const { player, secret } = await workshop.enrolment.claim(words);
  return admitted(house, { table: null, workshop }, player, secret);
}

/** Lets a player in where they are now: at their table, or in the room of the class. */
async function admitted(
  house: House,
  where: { readonly table: Table | null; readonly workshop: Workshop | null },
  { stored }: Player,
  seatSecret: string,
): Promise<Joined> {
  const workshop = where.workshop;
  const table = where.table ?? workshop?.tables.find((one) => one.stored.id === stored.tableId) ?? null;
  const { secretHash } = stored;
  const known = { player: stored.id, seatSecret, workshop: workshop?.stored.code ?? null };
  if (table !== null && stored.seat !== null) {
    const reservation = await house.admission.reserve(table, { kind: 'seat', seat: stored.seat, player: stored.id, secretHash });
    return { ...known, reservation, room: 'table', code: table.stored.code, seat: stored.seat };
  }
  if (workshop === null) return refuse(PROBLEMS.wrongSecret);
  const reservation = await house.admission.reserveInClass(workshop, { kind: 'player', player: stored.id, secretHash });
  return { ...known, reservation, room: 'workshop', code: workshop.stored.code, seat: null };
}

async function watch(house: House, body: unknown): Promise<Watching> {
  const { code, hostSecret } = read(WatchTable, body);
  const opened = await openCode(house, code);
  if (hostSecret !== undefined && !secretMatches(hostSecret, opened.stored.hostHash)) refuse(PROBLEMS.wrongHostSecret);
  const host = hostSecret !== undefined;
  const as = { kind: host ? 'host' : 'watch' } as const;
  if (opened instanceof Workshop)
    return { reservation: await house.admission.reserveInClass(opened, as), room: 'workshop', host, playedAt: null };
  const workshop = await house.workshops.ofTable(opened);
  const playedAt = workshop?.playedInPlaceOf(opened)?.stored.code ?? null;
  return { reservation: await house.admission.reserve(opened, as), room: 'table', host, playedAt };
}

/** What was played first at the tables of a class; what the rules of today can't play is left out. */
async function playedFirst(house: House, { firstPlays }: Workshop): Promise<readonly PlayedFirst[]> {
  const opened = firstPlays.map(async (play) => ({ play, table: await house.tables.open(play.stored.code).catch(() => null) }));
  return (await Promise.all(opened)).flatMap(({ play, table }) => (table === null ? [] : [{ play, table }]));
}

async function remove(house: House, request: Request, code: string): Promise<void> {
  const opened = await openForHost(house, request, code);
  if (opened instanceof Workshop) await house.workshops.delete(opened);
  else if (opened.stored.workshopId === null) await house.tables.delete(opened);
  else refuse(PROBLEMS.ofClass);
}

/** Takes back that the host has ended a table of its own early; a class does so from its console. */
async function playOn(house: House, request: Request, code: string): Promise<void> {
  const opened = await openForHost(house, request, code);
  if (opened instanceof Workshop || opened.stored.workshopId !== null) refuse(PROBLEMS.undoneByClass);
  else await house.tables.playOn(opened);
}

async function describe(house: House, request: Request, code: string) {
  const opened = await openCode(house, code);
  const known = {
    code: opened.stored.code,
    scenario: opened.stored.scenario,
    language: opened.shelved.scenario.language,
    joinUrl: joinAddress(house.settings, request.get('host'), request.protocol, opened.stored.code),
  };
  if (opened instanceof Workshop) return { ...known, ...describeClass(opened) };
  // Whoever joins by the code of one of its tables joins the class, too: it gives out the seats.
  const workshop = await house.workshops.ofTable(opened);
  return { ...known, ...(workshop === null ? describeTable(opened) : describeClass(workshop)) };
}

function describeClass({ status, settings: { typedNames, locked } }: Workshop) {
  return { kind: 'workshop', status, seats: [], typedNames, locked };
}

function describeTable({ roster, match }: Table) {
  const seats = roster.places.map((place) => ({
    id: place.seat,
    taken: place.members.length > 0 || (place.bot !== null && place.botStays),
  }));
  return { kind: 'table', status: match.state.status, seats, typedNames: true, locked: false };
}

async function sendQr(house: House, request: Request, response: Response, code: string): Promise<void> {
  const { default: qrcode } = await import('qrcode');
  const svg = await qrcode.toString(joinAddress(house.settings, request.get('host'), request.protocol, code), { type: 'svg', margin: 1 });
  response.type('image/svg+xml').set('cache-control', 'no-store').send(svg);
}

/** A code that could never be one is a wrong code, not a malformed message: a person mistyped it. */
function read<S extends z.ZodType>(shape: S, body: unknown): z.output<S> {
  const { error } = shape.safeParse(body);
  if (error?.issues.every((issue) => issue.path[0] === 'code') === true && codeIn(body) !== '') refuse(PROBLEMS.wrongCode);
  return readMessage(shape, body);
}

function readCode(text: string): string {
  const code = TableCode.safeParse(text);
  return code.success ? code.data : refuse(PROBLEMS.wrongCode);
}

/** The code that a body is about, however it was written: spaces and small letters don't make it another. */
function codeIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? tidyCode(body.code) : '';
}

function tidyCode(code: string): string {
  return code.trim().toUpperCase().slice(0, 40);
}
