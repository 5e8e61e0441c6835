import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Problem } from '../../shared/messages.ts';
import type { House } from '../house.ts';
import { PROBLEMS, problemOf, refuse, statusOf } from '../problems.ts';
import { now } from '../rooms/clock.ts';
import { VERSION } from '../versions.ts';
import { clientRoutes } from './client.ts';
import { securityHeaders } from './headers.ts';
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
  app.get('/health', (_request, response) => void response.json(health(house)));
  app.use(
    '/api',
    checkOrigin(house.settings.allowedOrigins),
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

function health(house: House) {
  return {
    status: 'ok',
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
