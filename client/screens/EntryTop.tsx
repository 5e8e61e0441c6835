import type { ComponentChildren } from 'preact';
import { Emblem } from '../components/Crest.tsx';
import { SettingsButton } from '../components/SettingsSheet.tsx';
import { go } from '../state/route.ts';
import { t } from '../state/texts.ts';

/** The top of the screens outside a table: the way home, `children`, and the settings with a note below them. */
export function EntryTop({ note = '', children }: { note?: string; children?: ComponentChildren }) {
  return (
    <div class="entry-top">
      <a
        class="brand"
        href="/"
        onClick={(click) => {
          // Into a tab of its own, if that is wanted.
          if (click.ctrlKey || click.metaKey || click.shiftKey) return;
          click.preventDefault();
          go('/');
        }}
      >
        <Emblem />
        {t('title')}
      </a>
      <div class="entry-tools">
        {children}
        <SettingsButton note={note} />
      </div>
    </div>
  );
}
