import { useEffect, useRef } from 'preact/hooks';
import { t } from '../state/texts.ts';

/** Over everything while the host has paused, or is gone or has just come back: eyes up. Drafts stay as they are. */
export function PauseCover({ hostHere, away }: { hostHere: boolean; away: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="pause-cover"
      aria-labelledby="pause-title"
      data-dialog="pause"
      onCancel={(cancel) => cancel.preventDefault()}
      onClose={() => dialog.current?.showModal()}
    >
      <div class="dialog-body stack" tabIndex={-1}>
        <h2 id="pause-title">{t('pause.title')}</h2>
        <p>{t(hostHere ? (away ? 'pause.back' : 'pause.text') : 'pause.away')}</p>
      </div>
    </dialog>
  );
}
