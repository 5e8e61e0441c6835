import { useEffect, useRef, useState } from 'preact/hooks';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { NoticeBar } from './NoticeBar.tsx';

/** Tells a member that they have become the one who locks, until they put it away or no longer do. */
export function NowCaptain() {
  const { team, phase } = usePlay();
  const [told, setTold] = useState(false);
  const isCaptain = team?.isCaptain;
  const before = useRef(isCaptain);
  useEffect(() => {
    // Undefined: nobody to share the seat with.
    if (before.current === false && isCaptain === true) setTold(true);
    if (isCaptain !== true) setTold(false);
    before.current = isCaptain;
  }, [isCaptain]);
  return (
    <div role="status">
      {told && phase?.kind === 'choice' && (
        <NoticeBar onClose={() => setTold(false)}>
          <p>{t('team.captain-now')}</p>
        </NoticeBar>
      )}
    </div>
  );
}
