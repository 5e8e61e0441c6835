import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** Whether only the two parties or everybody may know of a deal. */
export function WhoKnows({ open, onChange }: { open: boolean; onChange: (open: boolean) => void }) {
  const { brief } = usePlay();
  const counts = (brief.pacts?.unseen ?? 1) < 1 ? 'deal.private.help' : 'deal.private.help.same';
  return (
    <fieldset class="stack tight">
      <legend class="label">{t('deal.who-knows')}</legend>
      {([false, true] as const).map((choice) => (
        <label key={String(choice)} class="pick">
          <input type="radio" name="deal-public" value={String(choice)} checked={open === choice} onChange={() => onChange(choice)} />
          <span class="pick-more">
            <span class="pick-title">{t(choice ? 'deal.public.pick' : 'deal.private.pick')}</span>
            <span class="small">{t(choice ? 'deal.public.help' : counts)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
