import { useEffect, useRef, useState } from 'preact/hooks';
import { openSlots } from '../state/draft.ts';
import { actionTitle, choiceText, demandName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { namesOf } from '../state/team.ts';
import { quoted, t, tn } from '../state/texts.ts';
import type { Question } from '../state/warnings.ts';
import type { Deciding } from './deciding.ts';
import { FocusedQuestion } from './FocusedQuestion.tsx';
import { Icon } from './Icon.tsx';
import { LockWarnings } from './Warnings.tsx';

/** What the bar asks before it locks: what is not picked, whose vote is passed over, and which word or aim it works against. */
export function LockQuestion({ question, deciding }: { question: Question; deciding: Deciding }) {
  return (
    <FocusedQuestion>
      {question.idle && <Idle deciding={deciding} />}
      <Unpicked deciding={deciding} />
      <PassedOver question={question} />
      <LockWarnings warnings={question} />
    </FocusedQuestion>
  );
}

/** That nothing is picked, and where the points can still be spent. */
function Idle({ deciding: { legal } }: { deciding: Deciding }) {
  const { brief, phase } = usePlay();
  const now = brief.phases.findIndex(({ id }) => id === legal.phase);
  const later = brief.phases.slice(now + 1).find(({ kind }) => kind === 'choice');
  return (
    <p>
      {t('lock.idle', { phase: phase?.title ?? '' })}
      {later !== undefined && legal.points > 0 && ` ${tn('lock.idle.points', legal.points, { later: later.title })}`}
    </p>
  );
}

/** What happens by itself where nothing is picked: the demands, by what each will get. */
function Unpicked({ deciding: { draft, legal } }: { deciding: Deciding }) {
  const { brief, view } = usePlay();
  const byFallback = new Map<string, Set<string>>();
  for (const slot of openSlots(draft, legal)) {
    const options = legal.options.filter((option) => option.slot === slot);
    const fallback = options.find((option) => option.fallback);
    const action = fallback ? actionTitle(brief, fallback.action) : t('lock.unpicked.none');
    const titles = byFallback.get(action) ?? new Set();
    byFallback.set(action, titles.add(quoted(demandName(brief, view, options[0]?.demand ?? ''))));
  }
  return (
    <>
      {[...byFallback].map(([action, titles]) => (
        <p key={action}>{t('lock.unpicked', { titles: [...titles].join(', '), action })}</p>
      ))}
    </>
  );
}

/** What teammates voted for, where the captain locks something else. */
function PassedOver({ question: { passedOver } }: { question: Question }) {
  const { brief, view, team } = usePlay();
  if (team === null) return null;
  return (
    <>
      {passedOver.map(({ by, votes, choice }) => (
        <p key={by}>
          {t('lock.passed-over', {
            names: namesOf(
              team.others.filter(({ id }) => votes.includes(id)),
              null,
            ),
            what: choiceText(brief, view, choice),
          })}
        </p>
      ))}
    </>
  );
}

/** Two taps within so many milliseconds are one. */
const DOUBLE_TAP = 500;

interface Buttons {
  /** Whether this phase takes choices. */
  readonly isOpen: boolean;
  /** Whether the bar asks something just now. */
  readonly asking: boolean;
  readonly busy: boolean;
  readonly onLock: () => void;
  readonly onAnyway: () => void;
  readonly onBack: () => void;
}

/** The button that locks; while the bar asks, the two answers to it. */
export function LockButtons({ isOpen, asking, busy, onLock, onAnyway, onBack }: Buttons) {
  const lock = useRef<HTMLButtonElement>(null);
  const wasAnswered = useRef(false);
  // It stands where the first one stood: a second tap of the same finger is no answer.
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    setIsRead(false);
    if (!asking) {
      if (wasAnswered.current) lock.current?.focus();
      wasAnswered.current = false;
      return;
    }
    const soon = setTimeout(() => setIsRead(true), DOUBLE_TAP);
    return () => clearTimeout(soon);
  }, [asking]);
  const answer = (act: () => void) => () => {
    wasAnswered.current = true;
    act();
  };
  if (!asking)
    return (
      <button key="lock" ref={lock} type="button" class="button primary" disabled={!isOpen} aria-busy={busy} onClick={onLock}>
        <Icon name="lock" />
        {t('lock')}
      </button>
    );
  return (
    <div class="row" key="answers">
      <button type="button" class="button" onClick={answer(onBack)}>
        {t('lock.back')}
      </button>
      <button type="button" class="button primary" disabled={!isRead} aria-busy={busy} onClick={answer(onAnyway)}>
        {t('lock.anyway')}
      </button>
    </div>
  );
}
