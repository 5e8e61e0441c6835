import type { Role } from '../../shared/match/state.ts';

/** Every colour of the board. CSS colours, since all of it is cut from canvas paper. */
export interface Palette {
  readonly theme: 'light' | 'dark';
  readonly role: Readonly<Record<Role, string>>;
  readonly roleSoft: Readonly<Record<Role, string>>;
  readonly good: string;
  readonly bad: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly paper: string;
  readonly paperEdge: string;
  readonly shadow: string;
  readonly gleam: string;
  /** Sky, from its top to the horizon, when speech is free and when it is not. */
  readonly skyFree: readonly [string, string, string];
  readonly skyShut: readonly [string, string, string];
  readonly sun: string;
  readonly sunRing: string;
  readonly cloud: string;
  readonly farCoast: readonly [string, string];
  /** From the horizon to the shore. */
  readonly sea: readonly string[];
  readonly foam: string;
  readonly landTop: string;
  readonly landMid: string;
  readonly landSide: string;
  readonly sand: string;
  readonly hills: readonly [string, string];
  readonly tree: readonly [string, string];
  readonly wall: string;
  readonly wallShade: string;
  readonly window: string;
  readonly lamp: string;
  readonly dot: string;
  readonly dotRim: string;
  readonly aware: string;
  readonly smoke: string;
  readonly coin: string;
  readonly grain: number;
}

const LIGHT: Palette = {
  theme: 'light',
  role: { regulator: '#1F4E9E', platform: '#B34700', activist: '#00705A' },
  roleSoft: { regulator: '#C9D6EC', platform: '#F0D3BD', activist: '#C2DFD6' },
  good: '#1B5FC1',
  bad: '#C9560B',
  ink: '#22293D',
  inkSoft: '#5C6376',
  paper: '#FBF7EF',
  paperEdge: '#DDD1BA',
  shadow: 'rgba(62, 48, 30, 0.34)',
  gleam: 'rgba(255, 255, 255, 0.4)',
  skyFree: ['#A3D0E4', '#DCEBE6', '#FFE6B8'],
  skyShut: ['#85828F', '#ADA4A6', '#CDBAAC'],
  sun: '#F7B84B',
  sunRing: '#FFE3A3',
  cloud: 'rgba(255, 252, 245, 0.82)',
  farCoast: ['#B4C0BD', '#9DB0AF'],
  sea: ['#C3DCDD', '#AFCFD4', '#9AC1C9', '#87B2BE', '#76A4B2'],
  foam: '#DCECEA',
  landTop: '#F5EAD0',
  landMid: '#E9D7AE',
  landSide: '#C9AC79',
  sand: '#FAF2DF',
  hills: ['#D3D5AE', '#BFC897'],
  tree: ['#9DAF7C', '#7F9868'],
  wall: '#FFFDF8',
  wallShade: '#E8DDC8',
  window: '#8FA3B4',
  lamp: '#FFDD85',
  dot: '#4B4257',
  dotRim: '#FFF9EC',
  aware: '#F2A51E',
  smoke: '#857E80',
  coin: '#E0A526',
  grain: 0.05,
};

const DARK: Palette = {
  theme: 'dark',
  role: { regulator: '#7FB2FF', platform: '#FFB020', activist: '#3FD6A8' },
  roleSoft: { regulator: '#31497A', platform: '#5E4A34', activist: '#2A5653' },
  good: '#8CBBFF',
  bad: '#FF9A4D',
  ink: '#F6F0E2',
  inkSoft: '#B9BFD2',
  paper: '#2B3966',
  paperEdge: '#18244A',
  shadow: 'rgba(4, 8, 24, 0.55)',
  gleam: 'rgba(220, 228, 255, 0.13)',
  skyFree: ['#182750', '#3C4678', '#80729B'],
  skyShut: ['#0C1226', '#1B1E35', '#2E2A3C'],
  sun: '#FFCB66',
  sunRing: '#8E7A7C',
  cloud: 'rgba(112, 124, 168, 0.5)',
  farCoast: ['#2C3D6B', '#24345F'],
  sea: ['#2B467A', '#253E6F', '#203764', '#1B305A', '#172A51'],
  foam: '#37548A',
  landTop: '#5B5A7A',
  landMid: '#4C4C6C',
  landSide: '#2E3154',
  sand: '#6B698A',
  hills: ['#3F5068', '#35465F'],
  tree: ['#3E6166', '#315158'],
  wall: '#7C7893',
  wallShade: '#5F5C7B',
  window: '#FFD98A',
  lamp: '#FFE9A8',
  dot: '#F7EBD0',
  dotRim: '#262B4C',
  aware: '#FFC24A',
  smoke: '#8C8B9E',
  coin: '#FFCC57',
  grain: 0.06,
};

/** The colours of a theme. */
export function paletteOf(theme: 'light' | 'dark'): Palette {
  return theme === 'dark' ? DARK : LIGHT;
}

/** Mix two `#RRGGBB` colours; share 0 is all `from`, 1 is all `to`. */
export function mix(from: string, to: string, share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const blend = (at: number) =>
    Math.round(part(from, at) + (part(to, at) - part(from, at)) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${blend(1)}${blend(3)}${blend(5)}`;
}
