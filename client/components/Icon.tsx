/** Small line drawings; all of them are decoration beside a word. */
const PATHS = {
  card: 'M5 3h14v18H5zM8.5 8h7M8.5 12h7M8.5 16h4',
  record: 'M6 4h11a2 2 0 0 1 2 2v14H8a2 2 0 0 1-2-2zM9.5 9h6M9.5 13h6',
  settings: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 4.5v5M9 14.5v5',
  close: 'M6 6l12 12M18 6L6 18',
  pause: 'M8 5v14M16 5v14',
  talk: 'M4 5h16v11h-9l-5 4v-4H4zM8.5 9h7M8.5 12.5h4.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  covert: 'M3 12c3-5 15-5 18 0-3 5-15 5-18 0zM4 20L20 4',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      width="24"
      height="24"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
