import type { Choice } from '../../shared/match/state.ts';
import type { LegalChoices } from '../../shared/view/view.ts';
import { MeanwhileDeals } from '../negotiation/Meanwhile.tsx';
import { wasFound } from '../state/foundSealed.ts';
import { byRound, isNews } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { LogList } from './LogList.tsx';
import { WaitingList } from './RosterChips.tsx';

/** While others still choose: what was sealed, whom we wait for, and something useful to read. */
export function Sealed({ choice, legal, name }: { choice: Choice | null; legal: LegalChoices; name: string }) {
  const { brief, code, events, session, view } = usePlay();
  const isBots = wasFound({ code, player: session.player ?? '', round: view.round, phase: view.phase });
  const last = byRound(events.filter(isNews), brief).at(-1);
  return (
    <>
      <section class="sealed-note stack" aria-labelledby="sealed-what">
        <h2 id="sealed-what">{t('sealed.what', { name })}</h2>
        {isBots && <p>{t('sealed.found')}</p>}
        <ChoiceList choice={choice} legal={legal} nothing="sealed.nothing" guess="sealed.prediction" />
      </section>
      <section class="stack" aria-labelledby="waiting-title">
        <h2 id="waiting-title">{t('roster.title')}</h2>
        <WaitingList />
      </section>
      <section class="stack" aria-labelledby="meanwhile">
        <h2 id="meanwhile">{t('meanwhile')}</h2>
        <MeanwhileDeals />
        <p>{t('meanwhile.text')}</p>
        {last !== undefined && (
          <details>
            <summary>{t('meanwhile.log')}</summary>
            <LogList events={last.events} />
          </details>
        )}
      </section>
    </>
  );
}
