import type { Presence, Regime, StaffStatus } from '../match/state.ts';

/** What effects do, in the words of one language. Each begins a sentence. Who is meant comes as `who` has it. */
export interface ActWords {
  /** Whom a word of the scenario's language means. */
  readonly who: Readonly<Record<string, string>>;
  readonly regimes: Readonly<Record<Regime, string>>;
  readonly counts: (informal: boolean) => string;
  readonly sends: (who: string) => string;
  readonly drops: string;
  readonly inWriting: string;
  readonly discloses: string;
  /** `who` is null for one's own. */
  readonly endangers: (who: string | null) => string;
  readonly staff: (who: string | null, to: StaffStatus) => string;
  readonly removes: (what: string, everywhere: boolean) => string;
  readonly restores: string;
  readonly reviews: (who: string) => string;
  readonly restricts: (who: string, kind: string) => string;
  readonly lifts: (who: string) => string;
  readonly passes: (law: string | null) => string;
  readonly sues: (court: string) => string;
  readonly steps: (who: string, rung: string | null, up: boolean) => string;
  readonly turns: (regime: string) => string;
  readonly learns: (who: string) => string;
  readonly fines: (who: string, tier: string | null) => string;
  readonly settles: (who: string, to: Presence) => string;
  /** Ways of which one is gone, in one sentence. */
  readonly either: (ways: readonly (readonly string[])[]) => string;
}

const inside = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const ENGLISH: ActWords = {
  who: {
    self: 'you',
    target: 'the target',
    addressee: 'the platform',
    issuer: 'the regulator',
    others: 'the others',
    peers: 'the other platforms',
    platforms: 'all platforms',
    regulators: 'the regulator',
    activists: 'the activists',
    everyone: 'everyone',
  },
  regimes: { law: 'rule of law', hybrid: 'half-free', captive: 'captive courts' },
  counts: (informal) => (informal ? 'Counts every demand, those by phone too' : 'Counts the demands that came on paper'),
  sends: (who) => `Sends the demand to ${who}`,
  drops: 'The demand is dropped',
  inWriting: 'It has to come in writing, a round later',
  discloses: 'The public learns of it',
  endangers: (who) => `${who === null ? 'Your staff' : `Staff of ${who}`} may come to harm`,
  staff: (who, to) => {
    const staff = who === null ? 'your staff' : `staff of ${who}`;
    return to === 'relocated' ? `Takes ${staff} abroad` : to === 'released' ? `Frees ${staff}` : `${staff} are ${to}`;
  },
  removes: (what, everywhere) =>
    `Removes ${what === 'all' ? 'all items' : what === 'harmful' ? 'what looks harmful' : 'the item'} ${everywhere ? 'everywhere' : 'in the country'}`,
  restores: 'Puts removed items back',
  reviews: (who) => `Shows ${who} how much harm each item does, and what rights would be lost without it`,
  restricts: (who, kind) => `${kind === 'block' ? 'Blocks' : 'Throttles'} ${who}`,
  lifts: (who) => `Lifts restrictions on ${who}`,
  passes: (law) => (law === null ? 'Passes the law' : `Passes ${law}`),
  sues: (court) => `Opens a case, while a ruling can still come in time: ${court}`,
  steps: (who, rung, up) => (rung === null ? `Takes ${who} ${up ? 'up' : 'down'} the ladder` : `Takes ${who} to “${rung}”`),
  turns: (regime) => `The state changes to “${regime}”`,
  learns: (who) => `${who} may learn something new`,
  fines: (who, tier) => (tier === null ? `Fines ${who}, more each time` : `Fines ${who}: ${tier}`),
  settles: (who, to) => {
    const subject = who === 'you' ? 'You have' : `${who} ${who.startsWith('all') ? 'have' : 'has'}`;
    return `${subject} ${to === 'none' ? 'nobody left' : to === 'office' ? 'an office' : 'a representative'} in the country from then on`;
  },
  either: (ways) => ways.map((acts) => acts.map(inside).join(', ')).join(', or '),
};

const STAFF_DE: Readonly<Record<StaffStatus, string>> = {
  safe: 'sind wieder sicher',
  warned: 'werden gewarnt',
  visited: 'werden zu Hause besucht',
  detained: 'werden festgehalten',
  released: 'kommen frei',
  relocated: 'kommen ins Ausland',
  resigned: 'kündigen',
};

/** `who` stands in the accusative. */
const GERMAN: ActWords = {
  who: {
    self: 'dich',
    target: 'das Ziel',
    addressee: 'die Plattform',
    issuer: 'die Aufsicht',
    others: 'die anderen',
    peers: 'die anderen Plattformen',
    platforms: 'alle Plattformen',
    regulators: 'die Aufsicht',
    activists: 'die Aktiven',
    everyone: 'alle',
  },
  regimes: { law: 'Rechtsstaat', hybrid: 'halb frei', captive: 'gelenkte Gerichte' },
  counts: (informal) => (informal ? 'Zählt jede Forderung, auch die am Telefon' : 'Zählt die Forderungen, die auf Papier kamen'),
  sends: (who) => `Schickt die Forderung an ${who}`,
  drops: 'Die Forderung wird fallen gelassen',
  inWriting: 'Sie muss schriftlich kommen, eine Runde später',
  discloses: 'Alle erfahren davon',
  endangers: (who) => (who === null ? 'Deinen Leuten kann etwas zustoßen' : `Gefahr für Leute im Büro (${who})`),
  staff: (who, to) => `${who === null ? 'Deine Leute' : `Leute im Büro (${who})`} ${STAFF_DE[to]}`,
  removes: (what, everywhere) =>
    `Löscht ${what === 'all' ? 'alles' : what === 'harmful' ? 'Schädliches' : 'den Beitrag'} ${everywhere ? 'weltweit' : 'im Land'}`,
  restores: 'Stellt Gelöschtes zurück',
  reviews: (who) => `Zeigt für ${who}, wie viel jeder Beitrag schadet und welche Rechte ohne ihn verloren gingen`,
  restricts: (who, kind) => `${kind === 'block' ? 'Sperrt' : 'Drosselt'} ${who}`,
  lifts: (who) => `Hebt Sperren auf für ${who}`,
  passes: (law) => (law === null ? 'Beschließt das Gesetz' : `Beschließt ein Gesetz: ${law}`),
  sues: (court) => `Eröffnet einen Fall, solange noch ein Urteil kommen kann: ${court}`,
  steps: (who, rung, up) => (rung === null ? `Bringt ${who} auf der Leiter nach ${up ? 'oben' : 'unten'}` : `Bringt ${who} auf „${rung}“`),
  turns: (regime) => `Der Staat wird anders: „${regime}“`,
  learns: (who) => `Vielleicht etwas Neues für ${who}`,
  fines: (who, tier) => (tier === null ? `Geldstrafe für ${who}, jedes Mal mehr` : `Geldstrafe für ${who}: ${tier}`),
  settles: (who, to) =>
    `Von da an im Land für ${who}: ${to === 'none' ? 'niemand mehr' : to === 'office' ? 'ein Büro' : 'eine Vertretung'}`,
  either: (ways) => ways.map((acts) => acts.join(', ')).join('; oder: '),
};

const WORDS: Readonly<Record<string, ActWords>> = { en: ENGLISH, de: GERMAN };

/** The words for what effects do in the language of a scenario; English where there are none. */
export const actWords = (language: string): ActWords => WORDS[language.slice(0, 2)] ?? ENGLISH;
