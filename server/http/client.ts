import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type NextFunction, type Response, Router } from 'express';

/** Pages of the client: each is the same file, which reads the address itself. */
const PAGES = ['/', '/check', '/j', '/j/:code', '/t/:code', '/c/:code', '/host/:code', '/projector/:code'];
/** Where programs ask, not people. */
const FOR_PROGRAMS = /^\/(api|matchmake|health)(\/|$)/;

/** Serves the built client. Files with a hash in their name never change and are kept by browsers for a year. */
export function clientRoutes(folder: string): Router {
  const routes = Router();
  const hashed = path.join(folder, 'assets') + path.sep;
  routes.use(
    express.static(folder, {
      index: false,
      setHeaders: (response, file) =>
        void response.setHeader('cache-control', file.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
  );
  const sendPage = (response: Response, next: NextFunction, status: 200 | 404): void => {
    if (!existsSync(path.join(folder, 'index.html'))) {
      next();
      return;
    }
    response.status(status).setHeader('cache-control', 'no-cache');
    response.sendFile('index.html', { root: folder, cacheControl: false });
  };
  routes.get(PAGES, (_request, response, next) => sendPage(response, next, 200));
  // An address that is no page: people get the client's page that says so, programs the problem as JSON.
  routes.get('/{*rest}', (request, response, next) => {
    if (FOR_PROGRAMS.test(request.path) || request.accepts(['json', 'html']) !== 'html') return next();
    sendPage(response, next, 404);
  });
  return routes;
}
