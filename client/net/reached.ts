import { signal } from '@preact/signals';

/** How often a line to the server has come up on this page, or come back: whatever found no server before may find it now. */
export const reached = signal(0);
