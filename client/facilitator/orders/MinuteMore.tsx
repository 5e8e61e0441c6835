import { useState } from 'preact/hooks';
import { t } from '../../state/texts.ts';

interface Props {
  /** Whether a timer runs. */
  readonly timed: boolean;
  readonly label: string;
  readonly order: () => void;
}

/** A minute more; without a timer, pressing it says why there is none to be had. */
export function MinuteMore({ timed, label, order }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button
        type="button"
        class="button"
        aria-disabled={!timed}
        aria-label={label}
        title={timed ? undefined : t('console.minute.off')}
        onClick={() => (timed ? order() : setAsked(true))}
      >
        {t('console.minute')}
      </button>
      <span role="status" class="minute-off small">
        {asked && !timed ? t('console.minute.off') : ''}
      </span>
    </>
  );
}
