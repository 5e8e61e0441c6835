import type { MatchEvent } from '../../shared/match/events.ts';
import { describe } from '../../shared/view/describe.ts';
import { traced } from '../../shared/view/traced.ts';
import { causesOfEvent, type WhyLine, why } from '../../shared/view/why.ts';
import { linesByRound, onceEach, ruleTitle, valuesAfter, withoutEchoes } from '../state/causes.ts';
import { goodFor, tenths } from '../state/figures.ts';
import { seatName } from '../state/labels.ts';
import { type Question, usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { Causes, RuleNote } from './Causes.tsx';
import { Delta } from './MeterFigure.tsx';
import { Sheet } from './Sheet.tsx';

/** The answer to "why?": the ledger lines of a figure, or the causes of one thing that happened. */
export function WhySheet({ question, onClose }: { question: Question; onClose: () => void }) {
  const { brief, view } = usePlay();
  if (question.kind === 'event') {
    return (
      <Sheet title={t('why.title.event')} onClose={onClose} name="why">
        <WhyEvent id={question.event} />
      </Sheet>
    );
  }
  const meter = brief.meters[question.meter];
  const value = question.seat === null ? view.world[question.meter] : view.seats[question.seat]?.meters[question.meter];
  const owner = question.seat === null ? brief.country.name : seatName(brief, question.seat);
  const title = t('why.title', { meter: meter?.name ?? question.meter, owner });
  return (
    <Sheet title={title} onClose={onClose} name="why">
      <p>
        {value !== undefined && <strong>{t('why.now', { value: tenths(value) })}</strong>} {meter?.help}
      </p>
      <WhyMeter seat={question.seat} meter={question.meter} />
    </Sheet>
  );
}

/** The ledger of one meter, newest round first. */
export function WhyMeter({ seat, meter }: { seat: string | null; meter: string }) {
  const { events, brief } = usePlay();
  const { lines } = why(traced(brief, events), { seat, meter });
  if (lines.length === 0) return <p class="soft">{t('why.unchanged')}</p>;
  const after = valuesAfter(lines);
  return (
    <div>
      {linesByRound(lines).map((group, at) => (
        <details key={group.round} open={at === 0}>
          <summary>{t('round.label', { n: group.round, label: brief.calendar[group.round - 1] ?? '' })}</summary>
          <ul>
            {group.lines.map((line) => (
              <Ledger key={line.change.id} line={line} after={after.get(line.change.id) ?? line.change.value} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function Ledger({ line, after }: { line: WhyLine; after: number }) {
  const { brief, events, seat } = usePlay();
  const { change } = line;
  const title = ruleTitle(brief, events, change.rule) ?? t('why.drift');
  return (
    <li class="ledger-line">
      <p>
        <Delta exact delta={change.delta} good={goodFor(brief.meters[change.meter], change.seat, seat)} /> <strong>{title}</strong>{' '}
        <span class="soft small">
          {t('why.after', { value: tenths(after) })}
          {change.bounded ? ` ${t('why.bounded')}` : ''}
        </span>
      </p>
      <RuleNote event={change} titled />
      <LedTo of={line} event={change} told={[title]} />
    </li>
  );
}

/** What led to an event, each step and sentence once. `told`: what already stands above it. */
function LedTo({ of, event, told }: { of: Pick<WhyLine, 'causes' | 'hidden'>; event: MatchEvent; told: readonly string[] }) {
  const { brief, view } = usePlay();
  const { causes, hidden } = withoutEchoes(of, event.rule, told, (step) => describe(brief, view.texts, step));
  return <Causes causes={onceEach(causes)} hidden={hidden} seen={[event.rule]} />;
}

function WhyEvent({ id }: { id: number }) {
  const { brief, view, events } = usePlay();
  const known = traced(brief, events);
  const event = known.find((entry) => entry.id === id);
  if (event === undefined) return <p>{t('why.hidden')}</p>;
  const led = causesOfEvent(known, event);
  const sentence = describe(brief, view.texts, event);
  return (
    <>
      <p>
        <strong>{sentence}</strong>
      </p>
      <RuleNote event={event} />
      {led.causes.length === 0 && !led.hidden ? (
        <p class="soft">{t('host' in event && event.host === true ? 'why.host' : 'why.first')}</p>
      ) : (
        <LedTo of={led} event={event} told={[sentence]} />
      )}
    </>
  );
}
