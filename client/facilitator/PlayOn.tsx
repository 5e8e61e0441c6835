import type { MatchEvent } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { playOn } from '../net/api.ts';
import { browserKeyring } from '../net/keyring.ts';
import { is } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { t } from '../state/texts.ts';

/** Whether a match that is over was ended before the last phase of its last round. */
export function wasEndedEarly({ phases, rounds }: Pick<Brief, 'phases' | 'rounds'>, events: readonly MatchEvent[]): boolean {
  const last = events.findLast(is('phaseStarted'));
  return last !== undefined && (last.round < rounds || last.phase !== phases.at(-1)?.id);
}

/** Takes back that the host has ended the match early. Nothing where it has come to its own end. */
export function PlayOn() {
  const { brief, code, events } = usePlay();
  const { problem, busy, run } = useRequest();
  if (!wasEndedEarly(brief, events)) return null;
  return (
    <div class="stack tight">
      <p>{t('finish.play-on.text')}</p>
      <ProblemNote problem={problem} />
      <p>
        <button
          type="button"
          class="button"
          aria-busy={busy}
          onClick={() => void run(() => playOn(code, browserKeyring.get('host', code) ?? ''))}
        >
          {t('finish.play-on')}
        </button>
      </p>
    </div>
  );
}
