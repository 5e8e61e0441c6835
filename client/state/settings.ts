import { computed, effect, signal } from '@preact/signals';
import { recall, remember } from './storage.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const darkQuery = matchMedia('(prefers-color-scheme: dark)');
const motionQuery = matchMedia('(prefers-reduced-motion: reduce)');
const systemDark = signal(darkQuery.matches);
const systemStill = signal(motionQuery.matches);
darkQuery.addEventListener('change', (change) => {
  systemDark.value = change.matches;
});
motionQuery.addEventListener('change', (change) => {
  systemStill.value = change.matches;
});

const storedTheme = recall('theme');

/** The wished theme; `auto` follows the device. */
export const theme = signal<Theme>(storedTheme === 'light' || storedTheme === 'dark' ? storedTheme : 'auto');
/** Calm mode: no motion, no ticking clock. */
export const calm = signal(recall('calm') === 'on');
export const largeText = signal(recall('text') === 'large');

/** The theme that is shown. */
export const shownTheme = computed<'light' | 'dark'>(() => (theme.value === 'auto' ? (systemDark.value ? 'dark' : 'light') : theme.value));
/** Whether nothing may move. */
export const still = computed(() => calm.value || systemStill.value);

/** Keeps the document and the storage in step with the settings. Call once. */
export function applySettings(): void {
  effect(() => {
    const root = document.documentElement;
    root.dataset.theme = shownTheme.value;
    root.dataset.motion = still.value ? 'still' : 'full';
    root.dataset.text = largeText.value ? 'large' : 'normal';
    remember('theme', theme.value === 'auto' ? null : theme.value);
    remember('calm', calm.value ? 'on' : null);
    remember('text', largeText.value ? 'large' : null);
  });
}
