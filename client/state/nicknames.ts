const FIRST = [
  'Amber',
  'Brave',
  'Calm',
  'Clever',
  'Copper',
  'Curious',
  'Eager',
  'Gentle',
  'Golden',
  'Happy',
  'Kind',
  'Lucky',
  'Mellow',
  'Misty',
  'Noble',
  'Quick',
  'Quiet',
  'Silver',
  'Steady',
  'Sunny',
  'Swift',
  'Violet',
  'Wise',
  'Witty',
] as const;
const SECOND = [
  'Badger',
  'Beaver',
  'Comet',
  'Crane',
  'Dolphin',
  'Falcon',
  'Finch',
  'Fox',
  'Heron',
  'Kestrel',
  'Lark',
  'Lynx',
  'Maple',
  'Marten',
  'Otter',
  'Owl',
  'Panda',
  'Puffin',
  'Raven',
  'Robin',
  'Seal',
  'Sparrow',
  'Swan',
  'Willow',
] as const;

function pickFrom(words: readonly string[], chance: () => number): string {
  return words[Math.floor(chance() * words.length)] ?? words[0] ?? '';
}

/** Two different friendly nicknames; `chance` gives numbers in [0, 1). */
export function twoNicknames(chance: () => number = Math.random): readonly [string, string] {
  const one = `${pickFrom(FIRST, chance)} ${pickFrom(SECOND, chance)}`;
  for (let tries = 0; tries < 20; tries++) {
    const two = `${pickFrom(FIRST, chance)} ${pickFrom(SECOND, chance)}`;
    if (two !== one) return [one, two];
  }
  return [one, `${one} 2`];
}
