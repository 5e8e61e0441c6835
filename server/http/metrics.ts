import { type Request, Router } from 'express';
import type { Metrics } from '../metrics.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { LOCAL } from './address.ts';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** `/metrics` for Prometheus. Unless it is public, others than programs on this machine get what is at any unknown address. */
export function metricsRoutes(metrics: Metrics, isPublic: boolean): Router {
  const routes = Router();
  routes.get('/metrics', async (request, response) => {
    if (!isPublic && !isFromHere(request)) refuse(PROBLEMS.notFound);
    const { type, text } = await metrics.read();
    response.setHeader('cache-control', 'no-store');
    response.type(type).send(text);
  });
  return routes;
}

/** Whether a program on this machine asks: not a proxy for somebody else, and no page of another site. */
function isFromHere(request: Request): boolean {
  const isPassedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => request.get(name) !== undefined);
  return !isPassedOn && LOOPBACK.test(request.socket.remoteAddress ?? '') && LOCAL.test(request.get('host') ?? '');
}
