import type { Texts } from '../../shared/view/view.ts';

const KINDS = ['demands', 'intel', 'cards'] as const;

/** Remembers which texts each kind of viewer has been sent, so that each travels once. Whoever comes later asks for all of them. */
export class Told {
  readonly #told = new Map<string, Readonly<Record<keyof Texts, Set<string>>>>();

  /** The texts that are new to viewers of this kind; from now on they are told. Null if there are none. */
  news(viewer: string, texts: Texts): Partial<Texts> | null {
    const told = this.#told.get(viewer) ?? { demands: new Set(), intel: new Set(), cards: new Set() };
    this.#told.set(viewer, told);
    const news: Partial<Record<keyof Texts, Record<string, unknown>>> = {};
    for (const kind of KINDS) {
      for (const [id, text] of Object.entries(texts[kind])) {
        if (told[kind].has(id)) continue;
        told[kind].add(id);
        news[kind] = { ...news[kind], [id]: text };
      }
    }
    return Object.keys(news).length === 0 ? null : (news as Partial<Texts>);
  }
}
