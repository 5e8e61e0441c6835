import type { ScenarioData } from '../fixtures/quiet.ts';
import { shippedText } from '../shipped.ts';

/** What a designer adds to a copy of First Lesson: one entry each, and their texts in the copy's second language. Plain JSON. */
const ADDED = {
  meters: {
    calm: {
      name: 'Town calm',
      help: 'How calmly people in Fenn talk to each other.',
      owner: 'world',
      start: 50,
      good: 'high',
      audience: 'everyone',
      headline: true,
      source: 'CAL.',
    },
  },
  actions: {
    'open-evening': {
      title: 'Hold an open evening',
      text: 'You invite people to your office. They ask, and you listen.',
      roles: ['platform'],
      phase: 'agenda',
      step: 'prepare',
      points: 1,
      costs: [{ meter: 'cash', by: -3 }],
      tags: ['publish'],
      effects: [
        { op: 'change', meter: 'calm', of: 'world', by: 7 },
        { op: 'change', meter: 'trust', by: 2 },
      ],
      source: 'CAL.',
    },
  },
  laws: {
    'river-fund': {
      title: 'River Fund Act',
      text: 'A part of the harbour’s money goes to the river.',
      delay: 1,
      points: 1,
      onPass: [{ op: 'change', meter: 'legitimacy', by: 2 }],
      inForce: [
        {
          op: 'happening',
          kind: 'statement',
          title: 'The River Fund pays',
          text: 'The first filter is in the water.',
          about: 'world',
          effects: [{ op: 'change', meter: 'calm', of: 'world', by: 5 }],
        },
      ],
      source: 'CAL.',
    },
  },
  crises: {
    'ferry-strike': {
      title: 'The ferries stand still',
      text: 'The crews want to know what is in the water.',
      when: { round: { from: 2, until: 2 } },
      effects: [{ op: 'change', meter: 'calm', of: 'world', by: -6 }],
      source: 'CAL.',
    },
  },
} as const;

const GERMAN = {
  'meters/calm/name': 'Ruhe in der Stadt',
  'meters/calm/help': 'Wie ruhig die Leute in Fenn miteinander reden.',
  'actions/open-evening/title': 'Einen offenen Abend machen',
  'actions/open-evening/text': 'Ihr ladet Leute in euer Büro ein. Sie fragen, und ihr hört zu.',
  'laws/river-fund/title': 'Gesetz über den Flussfonds',
  'laws/river-fund/text': 'Ein Teil des Geldes vom Hafen geht an den Fluss.',
  'laws/river-fund/inForce/0/title': 'Der Flussfonds zahlt',
  'laws/river-fund/inForce/0/text': 'Der erste Filter ist im Wasser.',
  'crises/ferry-strike/title': 'Die Fähren stehen still',
  'crises/ferry-strike/text': 'Die Mannschaften wollen wissen, was im Wasser ist.',
} as const;

/** The text of a scenario file: First Lesson with a new meter, action, law, crisis and goal. */
export function designedText(): string {
  const copy = JSON.parse(shippedText('first-lesson.json')) as ScenarioData;
  const lantern = copy.seats.find(({ id }) => id === 'lantern');
  const rights = lantern?.scoring.goals.find(({ meter }) => meter === 'rights');
  if (lantern === undefined || rights === undefined || copy.meters.precedent === undefined) throw new Error('First Lesson has changed.');
  rights.weight -= 10;
  lantern.scoring.goals.push({ meter: 'calm', of: 'world', weight: 10 });
  // The projector shows five numbers; the new one takes the place of another.
  copy.meters.precedent.headline = false;
  const designed = {
    ...copy,
    id: 'river-lesson',
    title: 'River Lesson',
    translations: { de: { ...copy.translations?.de, ...GERMAN, title: 'Flussstunde' } },
    meters: { ...copy.meters, ...ADDED.meters },
    actions: { ...copy.actions, ...ADDED.actions },
    laws: { ...copy.laws, ...ADDED.laws },
    crises: { ...copy.crises, ...ADDED.crises },
  };
  return JSON.stringify(designed, null, 2);
}
