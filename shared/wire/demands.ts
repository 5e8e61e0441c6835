import type { Brief } from '../view/brief.ts';
import type { DemandView, ItemView } from '../view/view.ts';
import { packerOf } from './words.ts';

/** The fields in their order on the wire. One that is missing here does not compile. */
const FIELDS: Readonly<Record<Exclude<keyof DemandView, 'items'>, true>> = {
  id: true,
  template: true,
  from: true,
  to: true,
  issued: true,
  due: true,
  formality: true,
  status: true,
  answer: true,
  stalls: true,
  public: true,
  origin: true,
};
const ITEM_FIELDS: Readonly<Record<keyof ItemView, true>> = { id: true, status: true, harm: true, rights: true };

const NAMES = Object.keys(FIELDS);
const ITEM_NAMES = Object.keys(ITEM_FIELDS);

/** A demand as its viewer knows it, packed. */
export function packDemand(brief: Brief, demand: DemandView): string {
  return packerOf(brief).pack([...partsOf(demand, NAMES), ...demand.items.flatMap((item) => partsOf(item, ITEM_NAMES))]);
}

/** A demand as it was before it was packed. Throws `Unreadable`. */
export function unpackDemand(brief: Brief, text: string): DemandView {
  const parts = packerOf(brief).unpack(text) as readonly unknown[];
  const items: object[] = [];
  for (let at = NAMES.length; at < parts.length; at += ITEM_NAMES.length) items.push(madeOf(parts, at, ITEM_NAMES));
  return { ...madeOf(parts, 0, NAMES), items } as unknown as DemandView;
}

const partsOf = (of: object, names: readonly string[]): readonly unknown[] =>
  names.map((name) => (of as Readonly<Record<string, unknown>>)[name]);

const madeOf = (parts: readonly unknown[], from: number, names: readonly string[]): object =>
  Object.fromEntries(names.map((name, index) => [name, parts[from + index]]));
