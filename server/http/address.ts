import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import type { Settings } from '../house.ts';

/** A host as programs on the server's own machine name it. */
export const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;
/** A host as browsers send it: a name or an address, and a port if need be. */
export const HOST = /^[A-Za-z0-9.-]+(:\d+)?$|^\[[0-9a-fA-F:]+\](:\d+)?$/;

/** The address that a QR code leads to: as the page was opened, or the network's when it was opened on the server itself. */
export function joinAddress(settings: Settings, host: string | undefined, protocol: string, code: string): string {
  const opened = host !== undefined && HOST.test(host) ? `${protocol}://${host}` : `http://127.0.0.1:${settings.port}`;
  const base = settings.lanUrl !== null && (host === undefined || LOCAL.test(host)) ? settings.lanUrl : opened;
  return `${base}/j/${code}`;
}

/** Networks inside this machine, and tunnels: no pupil's device is on them. */
const INNER = /^(docker|br-|veth|virbr|vmnet|vbox|vEthernet|podman|cni|lxc|utun|tun|tap|wg|tailscale|zt|ppp)/i;
/** What routers at home and at school give out, the most usual first; then what only works without a router. */
const RANGES = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./, /^(?!169\.254\.)/];

/** The addresses of this machine on its networks (IPv4), those first that pupils' devices are most likely to be on. */
export function lanAddresses(networks: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces()): readonly string[] {
  return Object.entries(networks)
    .flatMap(([name, entries]) => (entries ?? []).map((entry) => ({ ...entry, rank: rankOf(name, entry.address) })))
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .sort((one, other) => one.rank - other.rank)
    .map(({ address }) => address);
}

/** Lower is likelier. */
function rankOf(name: string, address: string): number {
  const range = RANGES.findIndex((known) => known.test(address));
  return (range < 0 ? RANGES.length : range) + (INNER.test(name) ? 10 : 0);
}
