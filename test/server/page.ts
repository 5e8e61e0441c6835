import { setMaxListeners } from 'node:events';

/** Gives this process the events of a browser's page, so that sessions opened from now on listen to them. */
export interface Page {
  /** The page notices that it is on the network again. */
  online(): void;
  /** Takes them away. */
  remove(): void;
}

/** Must be called before a session is opened. */
export function aPage(): Page {
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  // A class of sessions listens to one page.
  for (const target of [window, document]) setMaxListeners(0, target);
  Object.assign(globalThis, { window, document });
  return {
    online: () => void window.dispatchEvent(new Event('online')),
    remove: () => {
      Reflect.deleteProperty(globalThis, 'window');
      Reflect.deleteProperty(globalThis, 'document');
    },
  };
}
