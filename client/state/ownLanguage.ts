import { effect, signal } from '@preact/signals';
import { type Route, route } from './route.ts';
import { recall, remember } from './storage.ts';
import { type Language, nearest, speak } from './texts.ts';

/** The language that this device wants where no table or class says another: the one that was chosen here, or the browser's. */
const ownLanguage = signal<Language>(nearest(recall('language') ?? navigator.language));

/** Chooses this device's language, and keeps it. */
export function chooseLanguage(language: Language): void {
  ownLanguage.value = language;
  remember('language', language);
}

/** Whether a screen is about no table or class yet. */
const isOwn = (where: Route): boolean =>
  where.screen === 'home' || where.screen === 'check' || where.screen === 'missing' || (where.screen === 'join' && where.code === '');

/**
 * Lets the screens before a table speak this device's language; a table or a class makes them speak the one it is played in. Call once;
 * resolves when the first screen can be shown.
 */
export function followLanguage(): Promise<void> {
  effect(() => {
    if (isOwn(route.value)) void speak(ownLanguage.value);
  });
  return speak(ownLanguage.peek());
}
