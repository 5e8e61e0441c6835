import type { Brief } from '../../shared/view/brief.ts';
import { t } from '../state/texts.ts';

/** Where the scenario happens. */
export function Country({ brief }: { brief: Brief }) {
  return (
    <section class="stack tight" aria-labelledby="story-title">
      <h2 id="story-title">{t('lobby.story', { country: brief.country.name })}</h2>
      <p>{brief.country.text}</p>
    </section>
  );
}

/** How a round works, phase by phase. */
export function RoundSteps({ brief }: { brief: Brief }) {
  return (
    <section class="stack tight" aria-labelledby="round-title">
      <h2 id="round-title">{t('lobby.round')}</h2>
      <ol class="steps">
        {brief.phases.map((phase) => (
          <li key={phase.id}>
            <strong>{phase.title}.</strong> {phase.text}
          </li>
        ))}
      </ol>
      <p class="small soft">{t('lobby.practice')}</p>
    </section>
  );
}

/** What a scenario is about, for those who would rather know before. */
export function ContentNote({ brief }: { brief: Brief }) {
  return (
    <section class="sheet stack tight" aria-labelledby="note-title">
      <h2 id="note-title">{t('lobby.note')}</h2>
      <p>{brief.contentNote}</p>
    </section>
  );
}
