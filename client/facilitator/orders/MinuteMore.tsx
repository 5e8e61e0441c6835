import '../../styles/minute.css';
import { useId, useState } from 'preact/hooks';
import type { ClassTable } from '../../net/session.ts';
import { t } from '../../state/texts.ts';
import { whyNoMinute } from './minute.ts';

interface Props {
  /** The tables that it is for. */
  readonly tables: readonly Pick<ClassTable, 'clock' | 'timer'>[];
  readonly label: string;
  readonly order: () => void;
  /** Whether there is room to say at once why there is none. */
  readonly roomy?: boolean;
}

/** A minute more; where no time runs, pressing it says why there is none to be had. */
export function MinuteMore({ tables, label, order, roomy = false }: Props) {
  const [asked, setAsked] = useState(roomy);
  const id = useId();
  const reason = whyNoMinute(tables);
  const text = reason === null ? undefined : t(reason);
  return (
    <>
      <button
        type="button"
        class="button"
        aria-disabled={reason !== null}
        aria-label={label}
        aria-describedby={asked && reason !== null ? id : undefined}
        title={text}
        onClick={() => (reason === null ? order() : setAsked(true))}
      >
        {t('console.minute')}
      </button>
      <span id={id} role="status" class="minute-off small">
        {asked ? text : ''}
      </span>
    </>
  );
}
