import { Heading } from '../components/Heading.tsx';
import { Lazy } from '../components/Lazy.tsx';
import { route, visit } from '../state/route.ts';
import { t } from '../state/texts.ts';
import { EntryTop } from './EntryTop.tsx';
import { Home } from './Home.tsx';
import { Join } from './Join.tsx';

const loadTable = () => import('./TablePage.tsx').then((part) => part.TablePage);
const loadClass = () => import('./ClassPage.tsx').then((part) => part.ClassPage);
const loadHost = () => import('../facilitator/HostPage.tsx').then((part) => part.HostPage);
const loadCheck = () => import('../check/CheckPage.tsx').then((part) => part.CheckPage);
const loadProjector = () => import('./ProjectorPage.tsx').then((part) => part.ProjectorPage);

/** Shows the screen that the address asks for. */
export function App() {
  const where = route.value;
  switch (where.screen) {
    case 'home':
      return <Home />;
    case 'check':
      return <Lazy load={loadCheck} props={{}} />;
    case 'join':
      return <Join key={where.code} code={where.code} />;
    case 'table':
      return <Lazy key={`table-${where.code}-${visit.value}`} load={loadTable} props={{ code: where.code }} />;
    case 'class':
      return <Lazy key={`class-${where.code}-${visit.value}`} load={loadClass} props={{ code: where.code }} />;
    case 'host':
      return <Lazy key={`host-${where.code}`} load={loadHost} props={{ code: where.code }} />;
    case 'projector':
      return <Lazy key={`projector-${where.code}`} load={loadProjector} props={{ code: where.code }} />;
    case 'missing':
      return <Missing />;
  }
}

function Missing() {
  return (
    <main class="entry narrow" data-screen="missing">
      <EntryTop />
      <Heading of="missing">{t('missing.title')}</Heading>
      <p>{t('missing.text')}</p>
      <a class="button primary" href="/">
        {t('home')}
      </a>
    </main>
  );
}
