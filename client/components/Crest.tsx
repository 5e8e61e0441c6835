import type { Role } from '../../shared/match/state.ts';

/** Colour is never alone: each role has a shape of its own (shield, hexagon, megaphone). */
const SHAPES: Readonly<Record<Role, string>> = {
  regulator: 'M24 4l17 6v13c0 10.5-7 17.5-17 21C14 40.5 7 33.5 7 23V10z',
  platform: 'M24 4l17.5 10v20L24 44 6.5 34V14z',
  activist: 'M5 19v10h7l22 10V9L12 19zM38 18a8 8 0 0 1 0 12zM12 31l3 12h6l-3-9.5z',
};
const MARKS: Readonly<Record<Role, string>> = {
  regulator: 'M24 13v22M15 20h18M15 20l-3 8h6zM33 20l-3 8h6z',
  platform: 'M16 19h16M16 25h16M16 31h9',
  activist: '',
};

export function Crest({ role, large = false }: { role: Role; large?: boolean }) {
  return (
    <svg class={`crest role-${role}${large ? ' large' : ''}`} viewBox="0 0 48 48" aria-hidden="true" width="48" height="48">
      <path d={SHAPES[role]} fill="currentColor" />
      <path d={MARKS[role]} class="crest-mark" fill="none" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}

/** The sign of the game: a road that narrows to one gate. */
export function Emblem() {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      width="32"
      height="32"
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
    >
      <path d="M3 6c8 0 8 7 13 7s5-7 13-7M3 26c8 0 8-7 13-7s5 7 13 7" />
      <circle cx="16" cy="16" r="1.5" fill="currentColor" stroke="none" />
    </svg>
  );
}
