/** What errors tell of themselves, whoever throws them. */
interface Told {
  readonly code?: string;
  readonly message?: string;
  readonly syscall?: string;
}

const DATABASE_AWAY = 'The database at DATABASE_URL can not be reached. Is it running, and are its host and port right?';
const DATABASE_REFUSES = 'The database at DATABASE_URL refuses this user or password.';
const DISK_FULL = 'The disk is full. Make room, or choose another DATA_DIR.';
const NO_FOLDER = 'The database file can not be opened. May this user write to DATA_DIR?';

const SENTENCES: Readonly<Record<string, string>> = {
  EADDRNOTAVAIL: 'This machine has no such HOST address.',
  ECONNREFUSED: DATABASE_AWAY,
  ECONNRESET: DATABASE_AWAY,
  EHOSTUNREACH: DATABASE_AWAY,
  ENOTFOUND: DATABASE_AWAY,
  ETIMEDOUT: DATABASE_AWAY,
  '28000': DATABASE_REFUSES,
  '28P01': DATABASE_REFUSES,
  '3D000': 'There is no such database at DATABASE_URL. Create it first: createdb NAME',
  ENOSPC: DISK_FULL,
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  EROFS: NO_FOLDER,
  SQLITE_FULL: DISK_FULL,
  SQLITE_CANTOPEN: NO_FOLDER,
  SQLITE_READONLY: NO_FOLDER,
  SQLITE_NOTADB: 'The file chokepoint.sqlite in DATA_DIR is no database. Move it away, or choose another DATA_DIR.',
};

/** What went wrong at the start, in a sentence that says what to do. */
export function explain(error: unknown, port: number | undefined): string {
  const { code = '', message, syscall } = error as Told;
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use. Stop the other program, or start with another port: PORT=${Number(port) + 1} npm start`;
  if (code === 'EACCES') {
    return syscall === 'listen' ? `This user may not listen on port ${port}. Choose one above 1024: PORT=2567 npm start` : NO_FOLDER;
  }
  if (message?.includes('timeout exceeded when trying to connect') || message?.includes('Connection terminated')) return DATABASE_AWAY;
  return SENTENCES[code] ?? `The server could not start: ${message ?? String(error)}`;
}
