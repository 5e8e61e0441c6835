import type { Said } from '../../../shared/talk.ts';
import type { PactView } from '../../../shared/view/pactsFor.ts';
import { promisedIn } from '../../negotiation/promised.ts';
import { wordsOf } from '../../negotiation/words.ts';
import { seatName } from '../../state/labels.ts';
import { usePlay } from '../../state/play.ts';
import { t } from '../../state/texts.ts';

/** What a seat has said in public. */
export function PublicWords({ said }: { said: Said }) {
  const { brief } = usePlay();
  return (
    <>
      {t('quotes.who', { who: seatName(brief, said.from) })} <q>{wordsOf(said)}</q>
    </>
  );
}

/** What two seats have promised each other in the open. */
export function PublicDeal({ pact }: { pact: PactView }) {
  const { brief } = usePlay();
  return (
    <>
      <strong>{t('flash.deal')}</strong> {promisedIn(brief, pact)}
    </>
  );
}
