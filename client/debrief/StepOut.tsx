import { ProblemNote } from '../components/ProblemNote.tsx';
import { playAgain } from '../state/entry.ts';
import { seatName } from '../state/labels.ts';
import { keepPlace } from '../state/place.ts';
import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { isAlone } from '../state/roster.ts';
import { go } from '../state/route.ts';
import { t } from '../state/texts.ts';

/** The closing step out of the role, and the way to another match. A class stays together: its host may take it back to the table. */
export function StepOut() {
  const { brief, seat, table } = usePlay();
  return (
    <div class="stack loose">
      <p class="lead">{seat === null ? t('out.text.watch') : t('out.text', { name: seatName(brief, seat) })}</p>
      <ol class="steps">
        <li>{t('out.one')}</li>
        <li>{t(isAlone(table) ? 'out.two.alone' : 'out.two')}</li>
        <li>{t('out.three')}</li>
      </ol>
      {table.workshop === null && seat !== null && <Again seat={seat} />}
      {table.workshop === null && seat === null && (
        <p>
          <button type="button" class="button primary" onClick={leave}>
            {t('out.others')}
          </button>
        </p>
      )}
    </div>
  );
}

function leave(): void {
  keepPlace(null);
  go('/');
}

/** The same seat of the same scenario once more, against bots; or another scenario. */
function Again({ seat }: { seat: string }) {
  const { brief, code, session, table } = usePlay();
  const { problem, busy, run } = useRequest();
  const nickname = table.roster.flatMap(({ members }) => members).find(({ id }) => id === session.player)?.nickname;
  return (
    <div class="stack tight">
      <p>{t('play-again.what', { title: brief.title, name: seatName(brief, seat) })}</p>
      <ProblemNote problem={problem} />
      <p class="row">
        <button type="button" class="button primary" aria-busy={busy} onClick={() => void run(() => playAgain(code, seat, nickname))}>
          {t(isAlone(table) ? 'play-again' : 'play-again.alone')}
        </button>
        <button type="button" class="button" onClick={leave}>
          {t('out.others')}
        </button>
      </p>
    </div>
  );
}
