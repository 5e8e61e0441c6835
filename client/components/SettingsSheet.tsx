import { useState } from 'preact/hooks';
import { calm, largeText, THEMES, theme } from '../state/settings.ts';
import { t } from '../state/texts.ts';
import { Icon } from './Icon.tsx';
import { Sheet } from './Sheet.tsx';

function SettingsSheet({ onClose, note }: { onClose: () => void; note: string }) {
  return (
    <Sheet title={t('settings.title')} onClose={onClose} name="settings">
      <fieldset class="stack tight">
        <legend class="label">{t('settings.theme')}</legend>
        {THEMES.map((entry) => (
          <label class="choice-row" key={entry}>
            <input
              type="radio"
              name="theme"
              checked={theme.value === entry}
              onChange={() => {
                theme.value = entry;
              }}
            />
            <span>{t(`settings.theme.${entry}`)}</span>
          </label>
        ))}
      </fieldset>
      <label class="choice-row">
        <input
          type="checkbox"
          checked={largeText.value}
          onChange={(change) => {
            largeText.value = change.currentTarget.checked;
          }}
        />
        <span class="choice-text">
          <strong>{t('settings.large')}</strong>
        </span>
      </label>
      <label class="choice-row">
        <input
          type="checkbox"
          checked={calm.value}
          onChange={(change) => {
            calm.value = change.currentTarget.checked;
          }}
        />
        <span class="choice-text">
          <strong>{t('settings.calm')}</strong>
          <span class="small soft">{t('settings.calm.help')}</span>
        </span>
      </label>
      {note !== '' && <p class="small soft">{note}</p>}
    </Sheet>
  );
}

/** The button that opens the settings of this device; `note` is said below them. */
export function SettingsButton({ note = '' }: { note?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="icon-button" aria-label={t('settings.title')} onClick={() => setOpen(true)}>
        <Icon name="settings" />
        <span class="word" aria-hidden="true">
          {t('settings.title')}
        </span>
      </button>
      {open && <SettingsSheet onClose={() => setOpen(false)} note={note} />}
    </>
  );
}
