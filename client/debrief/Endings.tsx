import { WhyButton } from '../components/WhyButton.tsx';
import { whole } from '../state/figures.ts';
import { type Play, usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { leftToAll, voteHeld } from './outcome.ts';

/** How the story ended for the country: whether it voted, what people were left with, and the endings that came true. */
export function Endings() {
  const play = usePlay();
  const { brief, view, events } = play;
  const endings = (view.outcome?.endings ?? []).flatMap((id) => brief.endings[id] ?? []);
  const vote = voteHeld(brief, events);
  return (
    <section class="stack" aria-labelledby="endings-title" data-testid="endings">
      <h2 id="endings-title">{t('endings.title', { country: brief.country.name })}</h2>
      <p>
        {vote !== null && t(vote ? 'endings.vote.held' : 'endings.vote.early')} {leftSentence(play)}
      </p>
      {endings.map((ending) => (
        <article key={ending.title} class="headline">
          <h3>{ending.title}</h3>
          <p>{ending.text}</p>
        </article>
      ))}
    </section>
  );
}

/** One sentence: how far the numbers that concern everybody have come since the start. Empty if there are none. */
function leftSentence({ brief, view }: Pick<Play, 'brief' | 'view'>): string {
  const left = leftToAll(brief, view.outcome?.ledger ?? {}).map(({ meter, start, end }) => {
    const [from, to] = [Math.round(start), Math.round(end)];
    const way = to === from ? 'same' : to > from ? 'up' : 'down';
    return t(`endings.left.${way}`, { meter: brief.meters[meter]?.name ?? meter, start: from, end: to });
  });
  return left.length === 0 ? '' : t('endings.left', { numbers: left.join('; ') });
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
              <strong>{brief.meters[meter]?.name ?? meter}</strong> {whole(value)}{' '}
              <span class="soft small">{t('ledger.from', { start: whole(brief.meters[meter]?.start ?? value) })}</span>
            </span>
            <WhyButton what={brief.meters[meter]?.name ?? meter} question={{ kind: 'meter', seat: null, meter }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
