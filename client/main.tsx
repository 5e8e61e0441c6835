import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/overlay.css';
import './styles/entry.css';
import { render } from 'preact';
import { followHostLinks } from './facilitator/hostLink.ts';
import { whenOutdated } from './net/api.ts';
import { App } from './screens/App.tsx';
import { loadAgain } from './state/outdated.ts';
import { followLanguage } from './state/ownLanguage.ts';
import { followAddress } from './state/route.ts';
import { applySettings } from './state/settings.ts';
import { nameLanguage } from './state/texts.ts';

const root = document.querySelector('#app');
if (root !== null) {
  whenOutdated(loadAgain);
  followHostLinks();
  applySettings();
  followAddress();
  nameLanguage();
  void followLanguage().then(() => render(<App />, root));
}
