import { oddsWord, percent } from '../state/figures.ts';
import { demandTitle, seatName } from '../state/labels.ts';
import { lawStands, lawTitle } from '../state/laws.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { EffectLines } from './EffectLines.tsx';

/** What a law says and does. */
function LawText({ law }: { law: string }) {
  const { brief } = usePlay();
  const known = brief.laws[law];
  if (known === undefined) return null;
  return (
    <>
      <span>{known.text}</span>
      <EffectLines effect={known.effect} />
    </>
  );
}

/** The laws that are in force or soon will be, the cases before the courts, and what the courts are worth. */
export function LawsAndCourts() {
  const { brief, view } = usePlay();
  return (
    <details>
      <summary>{t('law.title', { laws: view.laws.length, cases: view.cases.filter((entry) => entry.status === 'open').length })}</summary>
      <div class="stack">
        <p>
          <strong>{t(`regime.${view.regime}`)}</strong> {t(`regime.${view.regime}.text`)}
        </p>
        {view.laws.map((law) => (
          <div key={law.id} class="headline pick-more">
            <strong>
              {lawTitle(brief, law.id)} · {lawStands(brief, law)}
            </strong>
            <LawText law={law.id} />
          </div>
        ))}
        <Cases />
      </div>
    </details>
  );
}

function Cases() {
  const { brief, view } = usePlay();
  if (view.cases.length === 0) return <p class="small soft">{t('case.court.none')}</p>;
  return (
    <ul class="stack tight small">
      {view.cases.map((entry) => (
        <li key={entry.id}>
          <strong>{brief.courts[entry.court]?.title ?? entry.court}</strong> · {seatName(brief, entry.by)}
          {entry.demand !== null && ` · ${demandTitle(view, entry.demand)}`}.{' '}
          {entry.status === 'open'
            ? t('case.court.open', { due: entry.due, odds: t(oddsWord(entry.odds)), percent: percent(entry.odds) })
            : t(`case.court.${entry.status}`)}
        </li>
      ))}
    </ul>
  );
}
