import { useEffect, useState } from 'preact/hooks';
import type { ScriptLine } from '../../../shared/view/brief.ts';
import { useMedia } from '../../state/media.ts';
import { t } from '../../state/texts.ts';
import { useConsole } from './console.ts';
import { placeInScript } from './script.ts';

const WIDE = '(min-width: 62rem)';

/** What to say and ask now, and next; the whole script below. Beside the work on a wide screen, folded above it on a phone. */
export function ScriptPanel() {
  const { script, info, tables, inView, brief } = useConsole();
  const wide = useMedia(WIDE);
  const [open, setOpen] = useState(wide);
  useEffect(() => setOpen(wide), [wide]);
  if (script.length === 0) return null;
  // Tables may differ by a round: the script keeps pace with the slowest one.
  const round = inView?.round ?? Math.min(...tables.filter(({ status }) => status === 'playing').map((table) => table.round), brief.rounds);
  const last = Math.max(0, ...tables.map((table) => table.round));
  const stoppedIn = last < brief.rounds ? last : null;
  const place = placeInScript(script, { status: info.status, round, rounds: brief.rounds });
  return (
    <aside class="console-script" aria-labelledby="script-title">
      <details class="sheet" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary id="script-title">{t('console.script')}</summary>
        <div class="stack">
          {info.status === 'finished' ? (
            <StepByStep lines={place.now.flatMap((index) => script[index] ?? [])} stoppedIn={stoppedIn} />
          ) : (
            place.now.map((index) => <Line key={index} line={script[index]} current />)
          )}
          {place.next !== null && (
            <div class="stack tight soft">
              <p class="small">{t('console.script.next')}</p>
              <Line line={script[place.next]} />
            </div>
          )}
          <details>
            <summary>{t('console.script.all')}</summary>
            <ol class="stack">
              {script.map((line) => (
                <li key={line.when + line.say}>
                  <Line line={line} />
                </li>
              ))}
            </ol>
          </details>
        </div>
      </details>
    </aside>
  );
}

/** The debrief, one step after the other: all at once would be too much to read out. */
function StepByStep({ lines, stoppedIn }: { lines: readonly ScriptLine[]; stoppedIn: number | null }) {
  const [at, setAt] = useState(0);
  const step = Math.min(at, lines.length - 1);
  if (lines.length === 0) return null;
  return (
    <>
      {stoppedIn !== null && <p class="small">{t('console.script.stopped', { n: stoppedIn })}</p>}
      <div class="stack tight" aria-live="polite">
        <p class="small soft">{t('console.script.step', { n: step + 1, of: lines.length })}</p>
        <Line line={lines[step]} current />
      </div>
      <div class="row">
        <button type="button" class="button quiet" disabled={step === 0} onClick={() => setAt(step - 1)}>
          {t('console.script.back')}
        </button>
        <button type="button" class="button" disabled={step === lines.length - 1} onClick={() => setAt(step + 1)}>
          {t('console.script.on')}
        </button>
      </div>
    </>
  );
}

function Line({ line, current = false }: { line: ScriptLine | undefined; current?: boolean }) {
  if (line === undefined) return null;
  return (
    <div class={`script-line stack tight${current ? ' current' : ''}`}>
      <p class="small">
        <strong>{line.when}</strong>
      </p>
      <p>{line.say}</p>
      {line.ask !== undefined && (
        <p>
          <strong>{t('console.script.ask')}</strong> {line.ask}
        </p>
      )}
    </div>
  );
}
