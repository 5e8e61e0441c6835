import type { MatchEvent } from '../../shared/match/events.ts';
import { describe } from '../../shared/view/describe.ts';
import type { Cause } from '../../shared/view/why.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** The rule behind an event, and where its number comes from. `titled`: its title already stands above. */
export function RuleNote({ event, titled = false }: { event: MatchEvent; titled?: boolean }) {
  const { brief } = usePlay();
  const rule = brief.rules[event.rule];
  if (rule === undefined) return null;
  const parts = [...(titled ? [] : [t('why.rule', { rule: rule.title })]), ...(rule.source === null ? [] : [sourceText(rule.source)])];
  return parts.length === 0 ? null : <p class="tiny soft">{parts.join(' ')}</p>;
}

/** Where a number comes from; what was set for the game is called so. */
function sourceText(source: string): string {
  const note = /^CAL\b[:.,;]?\s*(.*)$/s.exec(source)?.[1];
  if (note === undefined) return t('why.source', { source: inWords(source) });
  return note === '' ? t('why.assumed.only') : t('why.assumed', { note: inWords(note) });
}

/** Authors write CAL for what was set for the game, also in the middle of a source. */
const inWords = (source: string): string =>
  source.replace(/(\. )?\bCAL\b/g, (_word, end?: string) =>
    end === undefined ? t('why.assumed.word') : `${end}${t('why.assumed.sentence')}`,
  );

/** Causes step by step, each indented under what it caused. */
export function Causes({ causes, hidden, seen = [] }: { causes: readonly Cause[]; hidden: boolean; seen?: readonly string[] }) {
  const { brief, view } = usePlay();
  if (causes.length === 0 && !hidden) return null;
  return (
    <ul class="chain">
      {causes.map(({ event, causes: further, hidden: furtherHidden }) => (
        <li key={event.id}>
          <p class="small">
            <span class="soft">{t('why.because')}</span> {describe(brief, view.texts, event)}{' '}
            <span class="soft tiny">{t('why.round', { n: event.round })}</span>
          </p>
          {!seen.includes(event.rule) && <RuleNote event={event} />}
          <Causes causes={further} hidden={furtherHidden} seen={[...seen, event.rule]} />
        </li>
      ))}
      {hidden && <li class="small soft">{t('why.hidden')}</li>}
    </ul>
  );
}
