import type { ComponentChildren } from 'preact';
import type { Problem } from '../../shared/messages.ts';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';
import { ProblemNote } from './ProblemNote.tsx';

/** Points as filled and empty rings, and in words. */
export function Points({ left, of }: { left: number; of: number }) {
  return (
    <span class="points">
      <span class="pips" aria-hidden="true">
        {Array.from({ length: of }, (_, at) => (
          <span key={at} class={at < left ? 'pip left' : 'pip'} />
        ))}
      </span>
      <span>{tn('points.left', left)}</span>
    </span>
  );
}

/** That what was pressed waits for the network. */
export function SentLater({ busy }: { busy: boolean }) {
  const { session } = usePlay();
  if (!busy || session.link.value === 'online') return null;
  return (
    <p role="status">
      <strong>{t('lock.offline')}</strong>
    </p>
  );
}

interface Props {
  readonly summary: ComponentChildren;
  readonly problem: Problem | null;
  /** A line above it. */
  readonly note?: ComponentChildren;
  /** Whether it asks something: then the answers have room for themselves. */
  readonly asking?: boolean;
  readonly children: ComponentChildren;
}

/** The bar at the foot of a table's screens: where things stand, and the one thing to do next. */
export function LockBar({ summary, problem, note, asking = false, children }: Props) {
  return (
    <section class="lock-bar" aria-label={t('bar.label')}>
      <ProblemNote problem={problem} />
      {note}
      <div class={asking ? 'lock-bar-row asking' : 'lock-bar-row'}>
        <div class="lock-summary small">{summary}</div>
        {children}
      </div>
    </section>
  );
}
