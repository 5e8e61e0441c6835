import { expect, test } from 'vitest';
import { casesOf } from '../../client/debrief/cases.ts';
import type { CaseFile } from '../../shared/view/brief.ts';

const file = (id: string, ...grounds: readonly string[]): CaseFile => ({
  id,
  title: id,
  asOf: '2021',
  fact: 'It was so.',
  source: 'A paper.',
  confidence: 'high',
  calibration: false,
  grounds,
  question: 'Why?',
});

test('the real cases behind what happened come before the others', () => {
  const files = [file('a day 28', 'action:takedown'), file('visits', 'rule:visits', 'action:visit'), file('fines', 'action:fine')];
  const { played, others } = casesOf(files, [{ rule: 'action:fine' }, { rule: 'action:visit' }, { rule: 'core' }]);
  expect(played.map(({ id }) => id)).toEqual(['visits', 'fines']);
  expect(others.map(({ id }) => id)).toEqual(['a day 28']);
});
