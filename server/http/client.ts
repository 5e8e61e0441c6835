import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';

/** Pages of the client: each is the same file, which reads the address itself. */
const PAGES = ['/', '/j', '/j/:code', '/t/:code', '/host/:code', '/projector/:code', '/studio', '/studio/:scenario'];

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
  routes.get(PAGES, (_request, response, next) => {
    if (!existsSync(path.join(folder, 'index.html'))) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile('index.html', { root: folder, cacheControl: false });
  });
  return routes;
}
