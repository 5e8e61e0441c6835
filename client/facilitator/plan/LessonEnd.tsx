import { useId } from 'preact/hooks';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { t, tn } from '../../state/texts.ts';
import { minutesText } from '../console/attention.ts';
import { useConsole, useNow, useOrder } from '../console/console.ts';
import { DEBRIEF, debriefAt, momentAt, planLesson, timeOfDay } from './lesson.ts';

/** When the lesson ends, and how many rounds fit before the debrief. */
export function LessonEnd() {
  const { info } = useConsole();
  const { order, problem } = useOrder();
  const now = useNow();
  const field = useId();
  const { lessonEnds } = info.settings;
  const isSaid = debriefAt(lessonEnds, now) !== null;
  return (
    <div class="field">
      <label for={field}>{t('console.lesson.ends')}</label>
      <input
        id={field}
        class="input"
        type="time"
        name="lesson-ends"
        value={isSaid ? timeOfDay(lessonEnds) : ''}
        aria-describedby={`${field}-help`}
        onChange={({ currentTarget }) => void order({ do: 'set', settings: { lessonEnds: momentAt(currentTarget.value, Date.now()) } })}
      />
      <p id={`${field}-help`} class="small soft">
        {isSaid ? <Plan now={now} /> : t('console.lesson.help', { debrief: DEBRIEF })}
      </p>
      <ProblemNote problem={problem} />
    </div>
  );
}

function Plan({ now }: { now: number }) {
  const { info, brief } = useConsole();
  const { lessonEnds, phaseSeconds } = info.settings;
  const at = debriefAt(lessonEnds, now) ?? now;
  const isPlaying = info.status === 'playing' || info.status === 'finished';
  const { perRound, rounds, secondsForAll } = planLesson(brief, phaseSeconds, at - now, isPlaying);
  return (
    <>
      {t('console.lesson.debrief', { time: timeOfDay(at) })}{' '}
      {tn('console.lesson.rounds', rounds, { of: brief.rounds, each: Math.round(perRound) })}{' '}
      {secondsForAll !== null && t('console.lesson.all', { time: minutesText(secondsForAll * 1000), of: brief.rounds })}
    </>
  );
}
