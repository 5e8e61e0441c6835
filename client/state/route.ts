import { signal } from '@preact/signals';

/** Where in the client a person is. Codes are upper case. */
export type Route =
  | { readonly screen: 'home' | 'check' }
  | { readonly screen: 'join'; readonly code: string }
  | { readonly screen: 'table' | 'class' | 'host' | 'projector'; readonly code: string }
  | { readonly screen: 'missing' };

const PREFIXES = { j: 'join', t: 'table', c: 'class', host: 'host', projector: 'projector' } as const;

/** At the end of the address of the join page: for whoever comes with three words. */
export const WORDS = '#words';

/** Tidies a typed table code: no spaces or dashes, upper case. */
export function tidyCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

/** Reads a path such as `/j/ABCDE`. */
export function parseRoute(path: string): Route {
  const [prefix = '', code = '', ...rest] = path.split('/').filter(Boolean);
  if (prefix === '') return { screen: 'home' };
  if (prefix === 'check' && code === '') return { screen: 'check' };
  if (rest.length > 0 || !Object.hasOwn(PREFIXES, prefix)) return { screen: 'missing' };
  const screen = PREFIXES[prefix as keyof typeof PREFIXES];
  if (screen === 'join') return { screen, code: tidyCode(safeDecode(code)) };
  return code === '' ? { screen: 'missing' } : { screen, code: tidyCode(safeDecode(code)) };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The current route; changes with the address. */
export const route = signal<Route>({ screen: 'home' });

function readAddress(): void {
  route.value = parseRoute(location.pathname);
}

/** Starts to follow the address bar. Call once. */
export function followAddress(): void {
  readAddress();
  addEventListener('popstate', readAddress);
}

/** Goes to a path of the client without loading the page again; keeps the `?board=` switch. */
export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  const address = path + location.search;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  readAddress();
  scrollTo(0, 0);
}

/** How often a screen was asked for anew: part of its key, so that a table can be opened again at the address it already has. */
export const visit = signal(0);

/** Goes to a path, and opens its screen anew even if it is the one that is shown. */
export function goAfresh(path: string): void {
  visit.value += 1;
  go(path, 'replace');
}

/** What `?board=` asks for: the drawn board, the board without WebGL, or none. */
export function boardMode(search: string): 'webgl' | 'canvas' | 'off' {
  const wish = new URLSearchParams(search).get('board');
  return wish === 'off' || wish === 'canvas' ? wish : 'webgl';
}
