import '../styles/debrief.css';
import { useState } from 'preact/hooks';
import { Heading } from '../components/Heading.tsx';
import { usePlay } from '../state/play.ts';
import type { TextKey } from '../state/texts.ts';
import { t } from '../state/texts.ts';
import { CaseFiles } from './CaseFiles.tsx';
import { Feeling } from './Feeling.tsx';
import { Knowledge } from './Knowledge.tsx';
import { StepOut } from './StepOut.tsx';
import { Story } from './Story.tsx';
import { WhatIf } from './WhatIf.tsx';
import { WhyPage } from './WhyPage.tsx';

const PAGES = ['feel', 'happened', 'knew', 'why', 'case', 'whatif', 'out'] as const;
type Page = (typeof PAGES)[number];

const PARTS: Readonly<Record<Page, () => preact.JSX.Element>> = {
  feel: Feeling,
  happened: Story,
  knew: Knowledge,
  why: WhyPage,
  case: CaseFiles,
  whatif: WhatIf,
  out: StepOut,
};

const pageTitle = (page: Page): TextKey => `debrief.${page}`;

/**
 * After the match, in order: how it felt, what happened, what each side knew, why, the real case,
 * what might have been, and out of the role.
 */
export function Debrief() {
  const { view, brief, seat } = usePlay();
  // A room that looks on together has no role to feel for.
  const first: Page = seat === null ? 'happened' : 'feel';
  const [page, setPage] = useState<Page>(first);
  const next = PAGES[PAGES.indexOf(page) + 1];
  const Part = PARTS[page];
  const open = (to: Page) => {
    setPage(to);
    scrollTo(0, 0);
  };
  return (
    <main class="play-body single" data-screen="debrief" data-phase={page} data-round={view.round}>
      <nav class="debrief-nav" aria-label={t('debrief.nav')}>
        <ol>
          {PAGES.map((entry, at) => (
            <li key={entry}>
              <button type="button" aria-current={entry === page ? 'step' : undefined} onClick={() => open(entry)}>
                <span class="step-number" aria-hidden="true">
                  {at + 1}
                </span>
                {t(`debrief.short.${entry}`)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <Heading of={`debrief-${page}`}>{t(pageTitle(page))}</Heading>
      {view.round < brief.rounds && page === first && <p class="soft">{t('debrief.early', { n: view.round, of: brief.rounds })}</p>}
      <Part />
      {next !== undefined && (
        <p>
          <button type="button" class="button primary" onClick={() => open(next)}>
            {t('debrief.next', { page: t(pageTitle(next)) })}
          </button>
        </p>
      )}
    </main>
  );
}
