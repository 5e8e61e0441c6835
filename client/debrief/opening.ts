/** So many sentences open a fact. */
const OPENING = 2;

/** A fact as its first sentences, which say what happened, and what comes after them (may be empty). */
export function openingOf(fact: string): { readonly first: string; readonly rest: string } {
  const sentences = fact.split(/(?<=[.!?]["”’]?)\s+(?=["“‘]?[\p{Lu}\d])/u);
  return { first: sentences.slice(0, OPENING).join(' '), rest: sentences.slice(OPENING).join(' ') };
}
