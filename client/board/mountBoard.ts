import Phaser from 'phaser';
import type { Board, BoardOptions } from './board.ts';
import { BoardScene } from './boardScene.ts';
import { Pace } from './pace.ts';
import { type Palette, paletteOf } from './palette.ts';
import { fontReady } from './paper/text.ts';
import { watchSize } from './size.ts';

function frameFor(host: HTMLElement): HTMLElement {
  const frame = document.createElement('div');
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position:relative;inline-size:100%;block-size:100%;overflow:hidden;pointer-events:none';
  host.append(frame);
  return frame;
}

function startGame(frame: HTMLElement, scene: Phaser.Scene, palette: Palette, type: number): Phaser.Game {
  return new Phaser.Game({
    type,
    // One of its own: a canvas of Phaser's pool comes back as a texture of the next board, and is opaque for good.
    canvas: document.createElement('canvas'),
    parent: frame,
    scene,
    backgroundColor: palette.theme === 'dark' ? '#14213D' : '#FBF7EF',
    banner: false,
    autoFocus: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false, windowEvents: false },
    scale: { mode: Phaser.Scale.NONE, width: 320, height: 220, expandParent: false },
    // One texture a batch: software WebGL mixes textures up within a batch of several.
    render: { antialias: true, antialiasGL: false, powerPreference: 'low-power', clearBeforeRender: false, maxTextures: 1 },
  });
}

/** Whether WebGL runs on a graphics card. In software the Canvas renderer draws this board several times faster. */
function hasFastWebGL(): boolean {
  const probe = document.createElement('canvas').getContext('webgl', { failIfMajorPerformanceCaveat: true });
  if (!probe) return false;
  const named = probe.getExtension('WEBGL_debug_renderer_info');
  const name = String(probe.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : probe.RENDERER));
  probe.getExtension('WEBGL_lose_context')?.loseContext();
  return !/swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}

/** Starts the game with WebGL if it is fast, else with Canvas. Throws if neither can be had. */
function startSomehow(frame: HTMLElement, scene: Phaser.Scene, palette: Palette, canvas: boolean): Phaser.Game {
  if (canvas || !hasFastWebGL()) return startGame(frame, scene, palette, Phaser.CANVAS);
  try {
    return startGame(frame, scene, palette, Phaser.WEBGL);
  } catch {
    frame.replaceChildren();
    return startGame(frame, scene, palette, Phaser.CANVAS);
  }
}

function freeGame(game: Phaser.Game, before: Pick<Window, 'onblur' | 'onfocus'>): void {
  const gl = game.renderer instanceof Phaser.Renderer.WebGL.WebGLRenderer ? game.renderer.gl : null;
  // Browsers allow few WebGL contexts: give this one back once the game has let go of it, not when it is collected.
  const giveBack = () => setTimeout(() => gl?.getExtension('WEBGL_lose_context')?.loseContext(), 0);
  game.events.once(Phaser.Core.Events.DESTROY, giveBack);
  game.destroy(true);
  if (!game.loop.running) game.loop.wake();
  window.onblur = before.onblur;
  window.onfocus = before.onfocus;
}

/**
 * Puts the board into `host` and resolves when it can show a view. It fills the host, follows its size, takes no focus and no
 * input. Rejects with an Error when the browser offers no way to draw; the page then goes on without it.
 */
export async function mountBoard(host: HTMLElement, options: BoardOptions): Promise<Board> {
  await fontReady();
  const palette = paletteOf(options.theme);
  const frame = frameFor(host);
  const before = { onblur: window.onblur, onfocus: window.onfocus };
  const listeners = new Set<(eventId: number) => void>();
  const tell = (eventId: number) => {
    for (const listener of listeners) listener(eventId);
  };
  let ready: () => void = () => undefined;
  const created = new Promise<void>((resolve) => {
    ready = resolve;
  });
  let moves: (moving: boolean) => void = () => undefined;
  const scene = new BoardScene({
    palette,
    still: options.reducedMotion,
    tell,
    moves: (moving) => moves(moving),
    ready: () => ready(),
  });
  let game: Phaser.Game;
  try {
    game = startSomehow(frame, scene, palette, options.canvas);
  } catch (cause) {
    frame.remove();
    throw new Error('This browser cannot draw the board.', { cause });
  }
  await created;
  game.canvas.setAttribute('aria-hidden', 'true');
  const size = watchSize(frame, game, scene, options.far, () => pace.wake());
  const pace = new Pace(game, scene, () => size.coarser());
  size.apply();
  const wake = () => {
    if (!document.hidden) pace.wake();
  };
  document.addEventListener('visibilitychange', wake);
  let gone = false;
  return {
    show(input) {
      if (gone) return;
      scene.show(input);
      pace.wake();
    },
    skip() {
      if (gone) return;
      scene.skip();
      pace.wake();
    },
    onEvent(listener) {
      listeners.add(listener);
    },
    onMoving(listener) {
      moves = listener;
    },
    destroy() {
      if (gone) return;
      gone = true;
      moves = () => undefined;
      document.removeEventListener('visibilitychange', wake);
      size.stop();
      listeners.clear();
      freeGame(game, before);
      frame.remove();
    },
  };
}
