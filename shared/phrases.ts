/** Short things to say; their texts are `phrase.…` of the interface. Apart from the shapes of messages, so that the page can have these alone. */
export const PHRASES = [
  'stand-together',
  'what-will-you-do',
  'i-will-refuse',
  'i-will-comply',
  'ask-in-writing',
  'share-what-you-know',
  'i-know-something',
  'keep-your-word',
  'need-time',
  'thanks',
  'no-deal',
  'think-of-the-people',
] as const;
export type Phrase = (typeof PHRASES)[number];

/** The longest free text, in letters. */
export const LONGEST_TEXT = 160;

/** To whom a public statement is made. */
export const EVERYBODY = '*';
