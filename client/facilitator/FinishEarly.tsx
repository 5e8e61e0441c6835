import { t } from '../state/texts.ts';
import { AskFirst } from './AskFirst.tsx';

interface Props {
  /** How many tables it concerns. */
  readonly tables: number;
  readonly wide?: boolean;
  /** Ends play; resolves to whether it was done. */
  readonly finish: () => Promise<boolean>;
}

/** Ends play before the last round, for the debrief. */
export function FinishEarly({ tables, wide = false, finish }: Props) {
  const what = `${t(tables > 1 ? 'finish.what.all' : 'finish.what')} ${t('finish.undo')}`;
  return <AskFirst label={t('finish.ask')} question={what} yes={t('finish.do')} wide={wide} act={finish} />;
}
