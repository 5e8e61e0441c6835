import { Decided } from '../components/Decided.tsx';
import { DemandList } from '../components/DemandList.tsx';
import { Heading } from '../components/Heading.tsx';
import { LawsAndCourts } from '../components/LawsAndCourts.tsx';
import { OwnMeters, RivalPanel, WorldMeters } from '../components/MeterPanel.tsx';
import { Headlines, Intelligence } from '../components/News.tsx';
import { ReadyBar } from '../components/ReadyBar.tsx';
import { Statements } from '../negotiation/Statements.tsx';
import { demandsToShow } from '../state/demands.ts';
import { headlinesOfRound, lawsSince } from '../state/headlines.ts';
import { latestNews } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** A phase to read in: headlines, what only you know, and the demands outstanding. */
export function Briefing() {
  const { brief, view, phase, seat, events } = usePlay();
  const demands = demandsToShow(view, seat);
  const isQuiet = headlinesOfRound(events, view.round, brief).length + lawsSince(events, view.round - 1).length === 0;
  const secret = view.seats[seat ?? '']?.own?.card;
  const card = secret ? view.texts.cards[secret] : undefined;
  return (
    <>
      <main class="play-body two" data-screen="briefing" data-phase={view.phase} data-round={view.round}>
        <div class="play-title stack tight">
          <Heading of={`briefing-${view.round}`}>
            {t('briefing.title', { n: view.round })} <span class="unbroken">{brief.calendar[view.round - 1]}</span>
          </Heading>
          {!isQuiet && <p class="soft">{phase?.text}</p>}
          <Decided events={latestNews(events)} />
        </div>
        <div class="stack loose situation">
          <Headlines />
          <Statements since={view.round - 1} />
          <Intelligence />
          {card !== undefined && (
            <section class="intel stack tight" aria-labelledby="card-title">
              <h2 id="card-title">{t('role.secret')}</h2>
              <p>
                <strong>{card.title}.</strong> {card.text}
              </p>
            </section>
          )}
        </div>
        <div class="stack decide">
          {demands.length === 0 && (
            <>
              <h2>{t('demands.title')}</h2>
              <p>{t('demands.none')}</p>
            </>
          )}
          <DemandList title={t('demands.title')} demands={demands} />
        </div>
        <div class="stack loose background">
          <OwnMeters />
          <WorldMeters />
          <LawsAndCourts />
          <RivalPanel />
        </div>
      </main>
      <ReadyBar />
    </>
  );
}
