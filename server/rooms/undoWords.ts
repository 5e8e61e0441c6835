/** What the host has let happen at one table, by its number, or at several. */
interface Injected {
  readonly at: (table: number) => string;
  readonly atSeveral: (tables: number) => string;
}

/** What can be taken back, in the words of one language, as the console says it after "Last:". */
interface UndoWords {
  readonly refused: (who: string) => string;
  readonly removed: (who: string) => string;
  readonly banned: (who: string) => string;
  readonly renamed: (to: string) => string;
  readonly moved: (who: string) => string;
  readonly swapped: (one: string, other: string) => string;
  readonly stopped: (table: number) => string;
  readonly stoppedSeveral: (tables: number) => string;
  readonly crisis: Injected;
  readonly headline: Injected;
  readonly rewound: (table: number, round: number) => string;
  readonly bot: (table: number) => string;
  readonly bookmark: string;
}

const ENGLISH: UndoWords = {
  refused: (who) => `Did not let in ${who}`,
  removed: (who) => `Removed ${who}`,
  banned: (who) => `Banned ${who}`,
  renamed: (to) => `Renamed somebody to ${to}`,
  moved: (who) => `Moved ${who}`,
  swapped: (one, other) => `Swapped ${one} and ${other}`,
  stopped: (table) => `Stopped table ${table} early`,
  stoppedSeveral: (tables) => `Stopped ${tables} tables early`,
  crisis: { at: (table) => `A crisis at table ${table}`, atSeveral: (tables) => `A crisis at ${tables} tables` },
  headline: { at: (table) => `A headline at table ${table}`, atSeveral: (tables) => `A headline at ${tables} tables` },
  rewound: (table, round) => `Rewound table ${table} to round ${round}`,
  bot: (table) => `A bot at table ${table}`,
  bookmark: 'Bookmark',
};

const GERMAN: UndoWords = {
  refused: (who) => `${who} abgewiesen`,
  removed: (who) => `${who} herausgenommen`,
  banned: (who) => `${who} ausgeschlossen`,
  renamed: (to) => `Jemanden in ${to} umbenannt`,
  moved: (who) => `${who} umgesetzt`,
  swapped: (one, other) => `${one} und ${other} getauscht`,
  stopped: (table) => `An Tisch ${table} früher aufgehört`,
  stoppedSeveral: (tables) => `An ${tables} Tischen früher aufgehört`,
  crisis: { at: (table) => `Eine Krise an Tisch ${table}`, atSeveral: (tables) => `Eine Krise an ${tables} Tischen` },
  headline: { at: (table) => `Eine Schlagzeile an Tisch ${table}`, atSeveral: (tables) => `Eine Schlagzeile an ${tables} Tischen` },
  rewound: (table, round) => `Tisch ${table} auf Runde ${round} zurückgesetzt`,
  bot: (table) => `Ein Bot an Tisch ${table}`,
  bookmark: 'Lesezeichen',
};

const WORDS: Readonly<Record<string, UndoWords>> = { en: ENGLISH, de: GERMAN };

/** The words in the language that a class is played in; English where there are none. */
export const undoWords = ({ shelved }: { readonly shelved: { readonly scenario: { readonly language: string } } }): UndoWords =>
  WORDS[shelved.scenario.language.slice(0, 2)] ?? ENGLISH;
