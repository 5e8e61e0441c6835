/** Why the server ends a connection for good, as WebSocket close codes. Any other end is a drop: clients rejoin. */
export const CLOSE_CODES = {
  /** The same seat was opened in another tab or on another device. */
  replaced: 4100,
  /** The table is gone, for instance because it was deleted after its time. */
  ended: 4101,
  /** The player is somewhere else now, or nowhere: moved, removed, banned, or the table was rewound. Joining again with the secret tells. */
  moved: 4102,
  /** The host's three words have brought the seat to another device: the secret of this one opens nothing any more. */
  claimed: 4103,
} as const;
