import { WhyButton } from '../components/WhyButton.tsx';
import { shown } from '../state/figures.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** How the story ended for the country. */
export function Endings() {
  const { brief, view } = usePlay();
  const endings = (view.outcome?.endings ?? []).flatMap((id) => brief.endings[id] ?? []);
  if (endings.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="endings-title">
      <h2 id="endings-title">{t('endings.title', { country: brief.country.name })}</h2>
      {endings.map((ending) => (
        <article key={ending.title} class="headline">
          <h3>{ending.title}</h3>
          <p>{ending.text}</p>
        </article>
      ))}
    </section>
  );
}

/** The public ledger: what the match left to everybody, beside the scores and never part of them. */
export function PublicLedger() {
  const { brief, view } = usePlay();
  const ledger = Object.entries(view.outcome?.ledger ?? {});
  return (
    <section class="sheet stack" aria-labelledby="ledger-title">
      <h2 id="ledger-title">{t('ledger.title')}</h2>
      <p class="small soft">{t('ledger.help')}</p>
      <ul class="stack tight">
        {ledger.map(([meter, value]) => (
          <li key={meter} class="log-line">
            <span class="log-text">
              <strong>{brief.meters[meter]?.name ?? meter}</strong> {shown(value)}{' '}
              <span class="soft small">{t('ledger.from', { start: shown(brief.meters[meter]?.start ?? value) })}</span>
            </span>
            <WhyButton what={brief.meters[meter]?.name ?? meter} question={{ kind: 'meter', seat: null, meter }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
