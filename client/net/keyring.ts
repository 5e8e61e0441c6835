import { recall, remember } from '../state/storage.ts';

/** Where a browser keeps the secrets of its seats and tables. */
export interface Keyring {
  get(kind: 'seat' | 'host', code: string): string | null;
  set(kind: 'seat' | 'host', code: string, secret: string | null): void;
}

/** Secrets in this browser's local storage, by table code. */
export const browserKeyring: Keyring = {
  get: (kind, code) => recall(`${kind}.${code}`),
  set: (kind, code, secret) => remember(`${kind}.${code}`, secret),
};

/** Secrets that last as long as the program: for tests and bots. */
export function memoryKeyring(): Keyring {
  const secrets = new Map<string, string>();
  return {
    get: (kind, code) => secrets.get(`${kind}.${code}`) ?? null,
    set: (kind, code, secret) => void (secret === null ? secrets.delete(`${kind}.${code}`) : secrets.set(`${kind}.${code}`, secret)),
  };
}

let device: string | null = null;

/** A random name of this browser, so that wrong codes are counted by device: a school shares one address. */
export function deviceName(): string {
  device ??= recall('device');
  if (device === null) {
    device = randomName();
    remember('device', device);
  }
  return device;
}

/** A random name of 24 letters and digits. Works without HTTPS, unlike `crypto.randomUUID`. */
export function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => (byte % 36).toString(36)).join('');
}
