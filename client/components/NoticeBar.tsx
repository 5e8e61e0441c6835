import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NARROW, useMedia } from '../state/media.ts';
import { PlayContext } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { Icon } from './Icon.tsx';

/** So many lines of a notice are shown on a phone, where the choices need the room; and of one that was read. */
const LINES = { narrow: 2, read: 1 } as const;

interface Props {
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * Something to tell at the head of the screen, until it is put away. Its first lines, which open into all of it; once the phase in which it
 * came is over it was read, and is one line. Give it a key by what it tells.
 */
export function NoticeBar({ onClose, children }: Props) {
  // In the room of a class there are no phases.
  const view = useContext(PlayContext)?.view;
  const narrow = useMedia(NARROW);
  const moment = `${view?.round} ${view?.phase}`;
  const came = useRef(moment);
  const [open, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const lines = came.current !== moment ? LINES.read : narrow ? LINES.narrow : null;
  const isFolded = lines !== null && !open;
  useLayoutEffect(() => {
    const box = text.current;
    if (box !== null && isFolded) setCut(box.scrollHeight > box.clientHeight + 1);
  });
  return (
    <div class="banner notice small">
      <div ref={text} class="notice-text" style={isFolded ? { '--lines': lines } : {}} data-folded={isFolded}>
        {children}
      </div>
      {lines !== null && isCut && (
        <button type="button" class="why-button notice-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('more')}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={t('got-it')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
