import { networkInterfaces } from 'node:os';
import type { Settings } from '../house.ts';

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;
/** A host as browsers send it: a name or an address, and a port if need be. */
export const HOST = /^[A-Za-z0-9.-]+(:\d+)?$|^\[[0-9a-fA-F:]+\](:\d+)?$/;

/** The address that a QR code leads to: as the page was opened, or the network's when it was opened on the server itself. */
export function joinAddress(settings: Settings, host: string | undefined, protocol: string, code: string): string {
  const opened = host !== undefined && HOST.test(host) ? `${protocol}://${host}` : `http://127.0.0.1:${settings.port}`;
  const base = settings.lanUrl !== null && (host === undefined || LOCAL.test(host)) ? settings.lanUrl : opened;
  return `${base}/j/${code}`;
}

/** The addresses of this machine on its networks (IPv4). */
export function lanAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((entries) =>
    (entries ?? []).filter((entry) => entry.family === 'IPv4' && !entry.internal).map((entry) => entry.address),
  );
}
