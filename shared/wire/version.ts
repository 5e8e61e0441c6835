/**
 * Raised whenever a page that was opened before can no longer read what the server sends: the packed forms, their words, the synced state,
 * or a problem that ends its connection.
 * Every answer of the API names it (`WIRE_HEADER`), so that such a page knows that it must be loaded again.
 */
export const WIRE_VERSION = '14';
export const WIRE_HEADER = 'x-wire';
