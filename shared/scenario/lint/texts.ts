import type { Path } from '../problems.ts';
import type { Scenario } from '../schema.ts';
import { readingOf, wordsOf } from './reading.ts';
import type { LintRule } from './rule.ts';
import { partsOf } from './uses.ts';

/** Properties that hold whole sentences, wherever they stand. */
const PROSE: readonly string[] = [
  'summary',
  'contentNote',
  'text',
  'help',
  'tagline',
  'goal',
  'powers',
  'tension',
  'claim',
  'question',
  'fact',
];
/** Properties that hold a few words. */
const LABELS: readonly string[] = ['title', 'name', 'label', 'job', 'letterhead', 'basis', 'asOf'];
const PLACEHOLDER = /^\W*$|\b(?:TODO|TBD|FIXME|XXX|lorem ipsum)\b/;

/** A role card fits half a page. */
export const CARD_WORDS = 90;
/** A reading age of 11 is about grade 6. */
export const GRADE = 6;
export const SENTENCE_WORDS = 20;
/** The formula says little about fewer words than these. */
const LONG_TEXT = 30;

interface Written {
  readonly path: Path;
  readonly text: string;
}

function* written(scenario: Scenario, keys: readonly string[]): Generator<Written> {
  for (const { path, value } of partsOf(scenario)) {
    for (const key of keys) if (typeof value[key] === 'string') yield { path: [...path, key], text: value[key] };
  }
}

export const missingText: LintRule = {
  id: 'missing-text',
  severity: 'error',
  *find({ scenario }) {
    const lists: Written[] = [
      ...(['calendar', 'learningGoals'] as const).flatMap((kind) => scenario[kind].map((text, index) => ({ path: [kind, index], text }))),
      ...Object.entries(scenario.marks).map(([id, text]) => ({ path: ['marks', id], text })),
    ];
    for (const { path, text } of [...written(scenario, [...PROSE, ...LABELS]), ...lists])
      if (PLACEHOLDER.test(text)) yield { path, message: 'There are no words here yet. Write what players should read.' };
  },
};

/** Parts that a match does not need, but a class does. */
const FOR_A_CLASS = {
  learningGoals: 'Say under "learningGoals" what players can do after the debrief.',
  script: 'Write a "script" for the facilitator: what to say and ask, in order.',
  modelCard: 'Write a "modelCard": what the model takes for granted, its sources, and where it is known to be wrong.',
} as const;

export const missingPart: LintRule = {
  id: 'missing-part',
  severity: 'warning',
  *find({ scenario }) {
    for (const [part, message] of Object.entries(FOR_A_CLASS)) {
      const value = scenario[part as keyof typeof FOR_A_CLASS];
      if (value === undefined || (Array.isArray(value) && value.length === 0)) yield { path: [part], message };
    }
  },
};

export const missingTranslation: LintRule = {
  id: 'missing-translation',
  severity: 'warning',
  *find({ scenario, languages }) {
    const [language = ''] = scenario.language.split('-');
    if (languages !== null && !languages.includes(language))
      yield {
        path: ['language'],
        message: `The buttons of the game have no texts in "${language}" yet (there: ${languages.join(', ')}). Add assets/locales/${language}.json.`,
      };
  },
};

/** Words on a seat's role card, with the longest agenda card that it can be dealt. */
export function roleCardWords(scenario: Scenario, seat: Scenario['seats'][number]): number {
  const agenda = seat.cards.map((id) => wordsOf(`${scenario.cards[id]?.title ?? ''} ${scenario.cards[id]?.text ?? ''}`).length);
  return wordsOf([seat.tagline, seat.goal, seat.powers, seat.tension].join(' ')).length + Math.max(0, ...agenda);
}

export const longRoleCard: LintRule = {
  id: 'long-role-card',
  severity: 'error',
  *find({ scenario }) {
    for (const [index, seat] of scenario.seats.entries()) {
      const words = roleCardWords(scenario, seat);
      if (words > CARD_WORDS)
        yield {
          path: ['seats', index],
          message: `The role card has ${words} words with its longest agenda card. Cut it to ${CARD_WORDS}.`,
        };
    }
  },
};

export const longSentence: LintRule = {
  id: 'long-sentence',
  severity: 'warning',
  *find({ scenario }) {
    for (const { path, text } of written(scenario, PROSE)) {
      const { longest } = readingOf(text);
      if (longest > SENTENCE_WORDS)
        yield { path, message: `A sentence here has ${longest} words. Split it: ${SENTENCE_WORDS} are the most.` };
    }
  },
};

export const hardText: LintRule = {
  id: 'hard-text',
  severity: 'warning',
  *find({ scenario }) {
    // The formula is made for English.
    if (!scenario.language.startsWith('en')) return;
    for (const { path, text } of written(scenario, PROSE)) {
      const { words, grade } = readingOf(text);
      if (words >= LONG_TEXT && grade > GRADE)
        yield {
          path,
          message: `This reads like grade ${grade.toFixed(1)}; ${GRADE} (age 11) is the most. Use shorter words and sentences.`,
        };
    }
  },
};
