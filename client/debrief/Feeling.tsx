import { useState } from 'preact/hooks';
import { usePlay } from '../state/play.ts';
import { recall, remember } from '../state/storage.ts';
import { t } from '../state/texts.ts';
import { Endings } from './Endings.tsx';

const FEELINGS = ['proud', 'uneasy', 'angry', 'torn', 'powerless', 'curious'] as const;

/** How it felt. Below it, how the story ended. */
export function Feeling() {
  const { seat } = usePlay();
  return (
    <div class="stack loose">
      {seat === null ? <Asked /> : <Tap />}
      <Endings />
    </div>
  );
}

/** What a room reads that looks on together: each answers for themselves. */
function Asked() {
  return (
    <>
      <p>{t('feel.room')}</p>
      <ul class="feelings">
        {FEELINGS.map((feeling) => (
          <li key={feeling} class="tag">
            {t(`feel.${feeling}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One tap that stays on this device. */
function Tap() {
  const { code } = usePlay();
  const key = `felt.${code}`;
  const [felt, setFelt] = useState(recall(key));
  return (
    <>
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
    </>
  );
}
