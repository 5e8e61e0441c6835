import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response, Router } from 'express';
import type { Problem } from '../../shared/messages.ts';
import { WIRE_HEADER, WIRE_VERSION } from '../../shared/wire/version.ts';
import type { Door } from '../door.ts';
import type { House } from '../house.ts';
import { PROBLEMS, problemOf, refuse, statusOf } from '../problems.ts';
import { now } from '../rooms/clock.ts';
import { VERSION } from '../versions.ts';
import { clientRoutes } from './client.ts';
import { securityHeaders } from './headers.ts';
import { limitFlood } from './limits.ts';
import { metricsRoutes } from './metrics.ts';
import { checkOrigin } from './origin.ts';
import { scenarioRoutes } from './scenarios.ts';
import { tableRoutes } from './tables.ts';

/** More than any message needs. */
const LARGEST_BODY = '16kb';

/** Mounts all that is served by HTTP. Every error is `{ code, message }`. */
export function mountHttp(app: Express, house: House): void {
  app.disable('x-powered-by');
  app.use(securityHeaders());
  app.use(compression());
  app.get('/health', neverStored, (_request, response) => void response.status(house.door.isOpen ? 200 : 503).json(health(house)));
  app.use(metricsRoutes(house.metrics, house.settings.publicMetrics));
  app.use(
    '/api',
    neverStored,
    namesWire,
    limitFlood(house.settings.requestsPerMinute),
    refuseNewcomers(house.door),
    checkOrigin(house.settings.allowedOrigins),
    timeRoutes(),
    express.json({ limit: LARGEST_BODY }),
    scenarioRoutes(house.shelf),
    tableRoutes(house),
  );
  if (house.settings.clientDir !== null) app.use(clientRoutes(house.settings.clientDir));
  app.use(() => refuse(PROBLEMS.notFound));
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const problem = httpProblem(error);
    if (problem.code === 'server-error') house.log.error({ error }, 'request failed');
    response.status(statusOf(problem.code)).json(problem);
  });
}

/** What time it is here, for devices that check their clock and the network. */
function timeRoutes(): Router {
  return Router().get('/time', (_request, response) => void response.json({ now: now() }));
}

/** Answers of the API are of the moment, and some hold a secret. */
function neverStored(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('cache-control', 'no-store');
  next();
}

/** So that a page which was opened before an upgrade knows that it can't read this server. */
function namesWire(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader(WIRE_HEADER, WIRE_VERSION);
  next();
}

/** A server that is about to stop lets nobody in. */
function refuseNewcomers(door: Door) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (request.method === 'POST' && !door.isOpen) refuse(PROBLEMS.closing);
    next();
  };
}

function health(house: House) {
  return {
    status: house.door.isOpen ? 'ok' : 'draining',
    version: VERSION,
    tables: house.tables.size,
    uptimeSeconds: Math.round((now() - house.startedAt) / 1000),
    scenarios: [...house.shelf.scenarios.keys()].map((id) => ({ id })),
    refused: house.shelf.refused.length,
  };
}

/** Errors of reading the body carry a type and a status of their own. */
function httpProblem(error: unknown): Problem {
  const { type, status } = typeof error === 'object' && error !== null ? (error as { type?: unknown; status?: unknown }) : {};
  if (type === 'entity.too.large') return PROBLEMS.tooLarge;
  if (type === 'entity.parse.failed') return { code: 'malformed', message: 'The server could not read that: it is not valid JSON.' };
  if (typeof status === 'number' && status >= 400 && status < 500) return PROBLEMS.malformed;
  return problemOf(error);
}
