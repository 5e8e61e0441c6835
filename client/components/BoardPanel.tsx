import { useEffect, useRef, useState } from 'preact/hooks';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { MatchView } from '../../shared/view/view.ts';
import type { Board } from '../board/board.ts';
import { usePlay } from '../state/play.ts';
import { boardMode } from '../state/route.ts';
import { shownTheme, still } from '../state/settings.ts';
import { t } from '../state/texts.ts';

type Stage = 'loading' | 'ready' | 'failed';

interface Props {
  /** What the board shows before it plays what is new; without it nothing is played at the start. */
  readonly from?: { readonly view: MatchView; readonly events: readonly MatchEvent[] };
  /** Seen from the back of a room. */
  readonly far?: boolean;
  readonly onEvent?: (event: number) => void;
  readonly onBoard?: (board: Board | null) => void;
}

/** The shared board, loaded when first seen. Without WebGL, or with `?board=off`, the game goes on without it. */
export function BoardPanel({ from, far = false, onEvent, onBoard }: Props) {
  const { brief, view, events } = usePlay();
  const host = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage>('loading');
  const board = useRef<Board | null>(null);
  const mode = boardMode(location.search);
  const theme = shownTheme.value;
  const reducedMotion = still.value;
  const start = useRef(from);
  const latest = useRef({ brief, view, events });
  latest.current = { brief, view, events };

  // The board is mounted once for a theme and motion; what comes later is passed on below.
  useEffect(() => {
    let wanted = true;
    const place = host.current;
    if (mode === 'off' || place === null) return;
    import('../board/mountBoard.ts')
      .then(({ mountBoard }) => mountBoard(place, { reducedMotion, theme, canvas: mode === 'canvas', far }))
      .then((mounted) => {
        if (!wanted) return mounted.destroy();
        board.current = mounted;
        if (onEvent) mounted.onEvent(onEvent);
        onBoard?.(mounted);
        if (start.current) mounted.show({ brief, ...start.current });
        start.current = undefined;
        mounted.show(latest.current);
        setStage('ready');
      })
      .catch(() => {
        if (wanted) setStage('failed');
      });
    return () => {
      wanted = false;
      board.current?.destroy();
      board.current = null;
      onBoard?.(null);
    };
  }, [mode, theme, reducedMotion]);

  useEffect(() => {
    board.current?.show({ brief, view, events });
  }, [brief, view, events]);

  if (mode === 'off' || stage === 'failed') return stage === 'failed' ? <p class="small soft">{t('board.failed')}</p> : null;
  return (
    <div class="board" aria-hidden="true" data-board={stage}>
      <div class="board-host" ref={host} />
      {stage === 'loading' && (
        <p class="board-note small">
          <span class="dots">{t('board.loading')}</span>
        </p>
      )}
    </div>
  );
}
