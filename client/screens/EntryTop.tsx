import { Emblem } from '../components/Crest.tsx';
import { SettingsButton } from '../components/SettingsSheet.tsx';
import { go } from '../state/route.ts';
import { t } from '../state/texts.ts';

/** The top of the screens outside a table: the way home, and the settings. */
export function EntryTop() {
  return (
    <div class="entry-top">
      <a
        class="brand"
        href="/"
        onClick={(click) => {
          click.preventDefault();
          go('/');
        }}
      >
        <Emblem />
        {t('title')}
      </a>
      <SettingsButton />
    </div>
  );
}
