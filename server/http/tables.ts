import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { CreateTable, JoinTable, TableCode, WatchTable } from '../../shared/messages.ts';
import type { House } from '../house.ts';
import { malformed, PROBLEMS, refuse } from '../problems.ts';
import { holderOf } from '../rooms/roster.ts';
import { secretMatches } from '../secrets.ts';
import { joinAddress } from './address.ts';
import { GuessLimits } from './limits.ts';

/** Creating, joining and watching tables. */
export function tableRoutes(house: House): Router {
  const limits = new GuessLimits();
  const routes = Router();
  routes.post('/tables', async (request, response) => {
    limits.countCreation(request);
    response.status(201).json(await createTable(house, request.body));
  });
  routes.post('/join', async (request, response) => {
    response.json(await limits.guard(request, codeIn(request.body), () => join(house, request.body)));
  });
  routes.post('/watch', async (request, response) => {
    response.json(await limits.guard(request, codeIn(request.body), () => watch(house, request.body)));
  });
  routes.get('/tables/:code', async (request, response) => {
    response.json(await limits.guard(request, request.params.code, () => describeTable(house, request, request.params.code)));
  });
  // The scenario as the table was created with: the file may have changed since.
  routes.get('/tables/:code/brief', async (request, response) => {
    const table = await limits.guard(request, request.params.code, () => house.tables.open(readCode(request.params.code)));
    response.json(table.shelved.brief);
  });
  routes.get('/tables/:code/cases', async (request, response) => {
    const table = await limits.guard(request, request.params.code, () => house.tables.open(readCode(request.params.code)));
    response.json(table.shelved.caseFiles);
  });
  routes.get('/tables/:code/qr.svg', async (request, response) => {
    await limits.guard(request, request.params.code, () => house.tables.open(readCode(request.params.code)));
    await sendQr(house, request, response, readCode(request.params.code));
  });
  return routes;
}

async function createTable(house: House, body: unknown) {
  const { scenario, language, seed, bots } = read(CreateTable, body);
  return house.tables.create({ scenario, language, seed, bots: bots ?? null });
}

async function join(house: House, body: unknown) {
  const { code, nickname, seat, seatSecret } = read(JoinTable, body);
  const table = await house.tables.open(code);
  const mine = await table.join(nickname, seat, seatSecret);
  const reservation = await house.admission.reserve(table, { kind: 'seat', seat: mine.seat });
  return { reservation, ...mine };
}

async function watch(house: House, body: unknown) {
  const { code, hostSecret } = read(WatchTable, body);
  const table = await house.tables.open(code);
  if (hostSecret !== undefined && !secretMatches(hostSecret, table.stored.hostHash)) refuse(PROBLEMS.wrongHostSecret);
  const host = hostSecret !== undefined;
  return { reservation: await house.admission.reserve(table, { kind: host ? 'host' : 'watch' }), host };
}

async function describeTable(house: House, request: Request, code: string) {
  const table = await house.tables.open(readCode(code));
  return {
    code: table.stored.code,
    scenario: table.stored.scenario,
    status: table.match.state.status,
    joinUrl: joinAddress(house.settings, request.get('host'), request.protocol, table.stored.code),
    seats: table.roster.places.map((place) => ({
      id: place.seat,
      taken: holderOf(place) === 'person' || (place.bot !== null && place.botStays),
    })),
  };
}

async function sendQr(house: House, request: Request, response: Response, code: string): Promise<void> {
  const { default: qrcode } = await import('qrcode');
  const svg = await qrcode.toString(joinAddress(house.settings, request.get('host'), request.protocol, code), { type: 'svg', margin: 1 });
  response.type('image/svg+xml').set('cache-control', 'no-store').send(svg);
}

/** A code that could never be one is a wrong code, not a malformed message: a person mistyped it. */
function read<S extends z.ZodType>(shape: S, body: unknown): z.output<S> {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  if (result.error.issues.every((issue) => issue.path[0] === 'code') && codeIn(body) !== '') refuse(PROBLEMS.wrongCode);
  return refuse(malformed(result.error));
}

function readCode(text: string): string {
  const code = TableCode.safeParse(text);
  return code.success ? code.data : refuse(PROBLEMS.wrongCode);
}

function codeIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code.slice(0, 40) : '';
}
