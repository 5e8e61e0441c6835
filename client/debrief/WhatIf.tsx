import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/messages.ts';
import type { Decision, WhatIfAnswer } from '../../shared/whatIf.ts';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { isProblem } from '../net/api.ts';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { useRequest, whenReached } from '../state/request.ts';
import { t } from '../state/texts.ts';
import { WhatIfResult } from './WhatIfResult.tsx';
import { decisionText, firstOf, insteadText } from './whatIf.ts';

/** What might have been: one decision of one seat, changed, and what bots make of the rest. */
export function WhatIf() {
  const { brief, seat: own, session } = usePlay();
  const [seat, setSeat] = useState(own ?? brief.seats[0]?.id ?? '');
  const [found, setFound] = useState<readonly Decision[] | Problem | null>(null);
  useEffect(() => {
    let wanted = true;
    setFound(null);
    const load = () =>
      void session.decisions(seat).then((answer) => {
        if (wanted) setFound(answer);
      });
    load();
    const stop = whenReached(load);
    return () => {
      wanted = false;
      stop();
    };
  }, [session, seat]);
  const seats = brief.seats.toSorted((a, b) => Number(b.id === own) - Number(a.id === own));
  return (
    <div class="stack loose" data-testid="what-if">
      <p>{t('whatif.text')}</p>
      <div class="what-if-seat">
        <SelectField label={t('whatif.seat')} name="what-if-seat" value={seat} onPick={setSeat}>
          {seats.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <Decisions key={seat} seat={seat} found={found} />
    </div>
  );
}

function Decisions({ seat, found }: { seat: string; found: readonly Decision[] | Problem | null }) {
  const { brief } = usePlay();
  if (found === null)
    return (
      <p role="status">
        <span class="dots">{t('loading')}</span>
      </p>
    );
  if (isProblem(found)) return <ProblemNote problem={found} />;
  if (found.length === 0) return <p>{t('whatif.none', { name: seatName(brief, seat) })}</p>;
  return <TryOut seat={seat} decisions={found} />;
}

function TryOut({ seat, decisions }: { seat: string; decisions: readonly Decision[] }) {
  const { brief, view, session } = usePlay();
  const [at, setAt] = useState(() => firstOf(decisions));
  const [other, setOther] = useState(0);
  const [answer, setAnswer] = useState<WhatIfAnswer | null>(null);
  const { problem, busy, run, clear } = useRequest();
  const decision = decisions[at];
  if (decision === undefined) return null;
  const change = (decided: number, replaced: number) => {
    setAt(decided);
    setOther(replaced);
    setAnswer(null);
    clear();
  };
  const tryIt = () =>
    void run(async () => {
      const { round, phase, pick } = decision;
      const found = await session.whatIf({ seat, round, phase, pick, instead: decision.instead[other] ?? null });
      if (isProblem(found)) return found;
      setAnswer(found);
      return null;
    });
  return (
    <>
      <div class="what-if-fields">
        <SelectField label={t('whatif.decision')} name="what-if-decision" value={String(at)} onPick={(value) => change(Number(value), 0)}>
          {momentsOf(decisions).map(({ round, phase, from, entries }) => (
            <optgroup key={from} label={t('whatif.round', { n: round, phase: brief.phases.find(({ id }) => id === phase)?.title ?? '' })}>
              {entries.map((entry, index) => (
                <option key={from + index} value={String(from + index)}>
                  {decisionText(brief, view, entry)}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <SelectField label={t('whatif.instead')} name="what-if-instead" value={String(other)} onPick={(value) => change(at, Number(value))}>
          {decision.instead.map((pick, index) => (
            <option key={index} value={String(index)}>
              {insteadText(brief, view, decision, pick)}
            </option>
          ))}
        </SelectField>
      </div>
      <ProblemNote problem={problem} />
      <p>
        <button type="button" class="button primary" aria-busy={busy} onClick={tryIt}>
          {t(busy ? 'whatif.busy' : 'whatif.do')}
        </button>
      </p>
      <div role="status">{answer !== null && <WhatIfResult seat={seat} answer={answer} />}</div>
    </>
  );
}

interface Moment {
  readonly round: number;
  readonly phase: string;
  /** The place of its first decision among all. */
  readonly from: number;
  readonly entries: readonly Decision[];
}

/** Decisions by the phase in which they were made; they come in this order. */
function momentsOf(decisions: readonly Decision[]): readonly Moment[] {
  const moments: Moment[] = [];
  decisions.forEach(({ round, phase }, from) => {
    const last = moments.at(-1);
    if (last?.round !== round || last.phase !== phase)
      moments.push({ round, phase, from, entries: decisions.filter((one) => one.round === round && one.phase === phase) });
  });
  return moments;
}
