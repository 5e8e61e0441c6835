import { createContext } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { readTarget, type Target } from './drop.ts';

/** So far the pointer must go before a press becomes a drag. */
const FAR = 6;

interface Grabbed {
  readonly player: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface DraggingOfPeople {
  /** The player who is being dragged; null if none is. */
  readonly dragged: string | null;
  readonly grab: (press: PointerEvent, player: string, name: string) => void;
}

export const Dragging = createContext<DraggingOfPeople>({ dragged: null, grab: () => {} });

/** Lets people be dragged onto what carries `data-drop`; a finger scrolls instead: it has the menus. Escape lets go. */
export function useDragging(drop: (player: string, target: Target) => void): DraggingOfPeople {
  const [dragged, setDragged] = useState<string | null>(null);
  const grabbed = useRef<Grabbed | null>(null);
  const ghost = useRef<HTMLElement | null>(null);
  const over = useRef<Element | null>(null);
  const latest = useRef(drop);
  latest.current = drop;
  useEffect(() => {
    const end = () => {
      grabbed.current = null;
      ghost.current?.remove();
      ghost.current = null;
      over.current?.classList.remove('drop-here');
      over.current = null;
      setDragged(null);
    };
    const follow = (pointer: PointerEvent) => {
      const held = grabbed.current;
      if (held === null) return;
      if (ghost.current === null) {
        if (Math.hypot(pointer.clientX - held.x, pointer.clientY - held.y) < FAR) return;
        ghost.current = ghostOf(held.name);
        setDragged(held.player);
      }
      pointer.preventDefault();
      ghost.current.style.translate = `${pointer.clientX + 12}px ${pointer.clientY + 12}px`;
      over.current?.classList.remove('drop-here');
      over.current = placeUnder(pointer);
      over.current?.classList.add('drop-here');
    };
    const letGo = (pointer: PointerEvent) => {
      const held = grabbed.current;
      const wasDragged = ghost.current !== null;
      const target = readTarget(placeUnder(pointer)?.getAttribute('data-drop') ?? '');
      end();
      if (held === null || !wasDragged) return;
      // The click that ends a drag must not open anything.
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }));
      if (target !== null) latest.current(held.player, target);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') end();
    };
    addEventListener('pointermove', follow);
    addEventListener('pointerup', letGo);
    addEventListener('pointercancel', end);
    addEventListener('keydown', onKey);
    return () => {
      end();
      removeEventListener('pointermove', follow);
      removeEventListener('pointerup', letGo);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', onKey);
    };
  }, []);
  const grab = useCallback((press: PointerEvent, player: string, name: string) => {
    if (press.pointerType === 'touch' || press.button !== 0) return;
    grabbed.current = { player, name, x: press.clientX, y: press.clientY };
  }, []);
  return { dragged, grab };
}

const swallow = (click: Event): void => {
  click.preventDefault();
  click.stopPropagation();
};

function ghostOf(name: string): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = 'drag-ghost';
  ghost.setAttribute('aria-hidden', 'true');
  ghost.textContent = name;
  document.body.append(ghost);
  return ghost;
}

function placeUnder({ clientX, clientY }: PointerEvent): Element | null {
  return document.elementFromPoint(clientX, clientY)?.closest('[data-drop]') ?? null;
}
