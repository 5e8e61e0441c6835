import { useState } from 'preact/hooks';
import { usePlay } from '../state/play.ts';
import { recall, remember } from '../state/storage.ts';
import { t } from '../state/texts.ts';
import { Endings } from './Endings.tsx';

const FEELINGS = ['proud', 'uneasy', 'angry', 'torn', 'powerless', 'curious'] as const;

/** How it felt: one tap that stays on this device. Below it, how the story ended. */
export function Feeling() {
  const { code } = usePlay();
  const key = `felt.${code}`;
  const [felt, setFelt] = useState(recall(key));
  return (
    <div class="stack loose">
      <fieldset class="stack">
        <legend>
          <p>{t('feel.text')}</p>
        </legend>
        <div class="feelings">
          {FEELINGS.map((feeling) => (
            <label key={feeling} class="choice-row">
              <input
                type="radio"
                name="feeling"
                checked={felt === feeling}
                onChange={() => {
                  setFelt(feeling);
                  remember(key, feeling);
                }}
              />
              <span>{t(`feel.${feeling}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p class="small soft">{felt === null ? t('feel.private') : t('feel.kept')}</p>
      <Endings />
    </div>
  );
}
