import { expect, test } from 'vitest';
import { mayBeRude } from '../../server/rude.ts';

// biome-ignore format: a list of words reads best in lines
const INNOCENT = [
  'Scunthorpe', 'Essex', 'Sussex', 'Middlesex', 'Penistone', 'Dickens', 'Nigeria', 'Matsushita', 'class', 'assessment', 'The assassin of the bass player',
  'a passage of analysis', 'cocktail', 'Hancock', 'peacock', 'basement', 'document', 'accumulate', 'circumvent', 'cumin', 'shiitake', 'rapeseed', 'grape',
  'therapist', 'title', 'arsenal', 'coarse', 'A B C', 'I a m here', 'Is it a go?', 'I will refuse. They ask us to assess it.', 'Éloïse', '王小明', '',
];
const RUDE = ['shit', 'SHIT', 'What the fuck', 'fuuuck', 'sh1t', 'a55hole', 'f.u.c.k', 's h i t', 'You bitch', 'bastard'];

test.each(INNOCENT)('“%s” is not taken for rude', (text) => {
  expect(mayBeRude(text)).toBe(false);
});

test.each(RUDE)('“%s” may be rude', (text) => {
  expect(mayBeRude(text)).toBe(true);
});
