import type { NextFunction, Request, Response } from 'express';
import { PROBLEMS, refuse } from '../problems.ts';

/** Whether a page from `origin` may use the server at `host`: its own pages, those listed, and programs, which send none. */
export function isWelcome(origin: string | undefined | null, host: string | undefined | null, allowed: readonly string[]): boolean {
  if (origin === undefined || origin === null) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Refuses requests that come from other sites' pages. */
export function checkOrigin(allowed: readonly string[]) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (!isWelcome(request.get('origin'), request.get('host'), allowed)) refuse(PROBLEMS.forbiddenOrigin);
    next();
  };
}
