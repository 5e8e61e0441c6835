import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { schemaText } from '../../../server/cli/jsonSchema.ts';
import { EFFECTS } from '../../../shared/effects/index.ts';
import { tinyData } from '../../fixtures/tiny.ts';
import { SHIPPED, shippedText } from '../../shipped.ts';
import { misfits } from './draft07.ts';

const text = readFileSync(new URL('../../../assets/scenarios/schema.json', import.meta.url), 'utf8');
const schema = JSON.parse(text) as Record<string, unknown>;
const part = (...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], schema);

describe('assets/scenarios/schema.json', () => {
  test('is what the shape of a scenario gives now (else: npm run scenario -- schema)', () => expect(text === schemaText()).toBe(true));

  test('is draft 7, closed, and says what each part is for', () => {
    expect(schema).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', additionalProperties: false });
    expect(Object.keys(part('definitions') as object).sort()).toEqual(['Amount', 'Condition', 'Effects']);
    for (const path of [
      ['properties', 'desk', 'properties', 'draw'],
      ['properties', 'marks'],
      ['properties', 'actions', 'additionalProperties', 'properties', 'target'],
      ['definitions', 'Amount', 'anyOf', '1'],
    ])
      expect(part(...path, 'description'), path.join('.')).toMatch(/\w/);
  });

  test('offers every effect by name, each with its help', () => {
    const offered = part('definitions', 'Effects', 'items', 'oneOf') as readonly {
      readonly description: string;
      readonly properties: { readonly op: { readonly const: string } };
    }[];
    expect(offered.map(({ properties }) => properties.op.const)).toEqual(EFFECTS.map(({ op }) => op));
    for (const { description, properties } of offered) expect(description, properties.op.const).toMatch(/\w{3}/);
  });

  test.each(SHIPPED)('%s fits it, and names it first', (file) => {
    const data = JSON.parse(shippedText(file)) as object;
    expect(Object.entries(data)[0]).toEqual(['$schema', './schema.json']);
    expect(misfits(schema, data)).toEqual([]);
  });

  test.each([
    { what: 'an unknown part', change: { wonder: 1 }, path: '.wonder' },
    { what: 'a wrong type', change: { rounds: 'four' }, path: '.rounds' },
    { what: 'too many rounds', change: { rounds: 400 }, path: '.rounds' },
    {
      what: 'an unknown effect',
      change: { laws: { x: { title: 'T', text: 'T', delay: 1, points: 1, onPass: [{ op: 'explode' }] } } },
      path: '.laws.x.onPass.0',
    },
    {
      what: 'an amount that is none',
      change: { crises: { x: { title: 'T', text: 'T', when: { round: {} }, chance: { metre: 'harm' } } } },
      path: '.crises.x.chance',
    },
  ])('$what does not fit', ({ change, path }) => {
    expect(misfits(schema, tinyData())).toEqual([]);
    expect(misfits(schema, { ...tinyData(), ...change }).map((misfit) => misfit.path)).toContain(path);
  });
});
