import { browserKeyring } from '../net/keyring.ts';
import { parseRoute } from '../state/route.ts';

const SECRET = /^#([A-Za-z0-9_-]{20,64})$/;

/** The code and the secret of a host's link (`/host/CODE#SECRET`), or null. */
export function readHostLink(path: string, hash: string): { readonly code: string; readonly secret: string } | null {
  const where = parseRoute(path);
  const secret = SECRET.exec(hash)?.[1];
  return where.screen === 'host' && secret !== undefined ? { code: where.code, secret } : null;
}

/** The link with which another device takes over as the host. */
export function hostLink(joinUrl: string, code: string, secret: string): string {
  return `${new URL(joinUrl).origin}/host/${code}#${secret}`;
}

/** Keeps the secret of the host's link that was opened, and takes it out of the address bar. Call before anything else is asked for. */
export function keepHostSecret(): boolean {
  const link = readHostLink(location.pathname, location.hash);
  if (link === null) return false;
  browserKeyring.set('host', link.code, link.secret);
  history.replaceState(history.state, '', location.pathname + location.search);
  return true;
}

/** The same for a link that is opened in a page of this client: only the part behind # changes, and the page does not load again. */
export function followHostLinks(): void {
  keepHostSecret();
  addEventListener('hashchange', () => {
    if (keepHostSecret()) location.reload();
  });
}
