import { Heading } from '../../components/Heading.tsx';
import { qrAddress } from '../../net/api.ts';
import type { ClassInfo } from '../../net/session.ts';
import { useJoinUrl } from '../../state/joinUrl.ts';
import { t, tn } from '../../state/texts.ts';
import { crowdOf } from './crowd.ts';

/** Before the class is seated: the code, as large as can be, and the names of those who are in. */
export function HowToJoin({ code, title, info }: { code: string; title: string; info: ClassInfo }) {
  const joinUrl = useJoinUrl(code);
  const here = info.players.filter(({ status }) => status === 'here');
  const named = here.filter(({ nickname }) => nickname !== '');
  const crowd = crowdOf(named.length);
  return (
    <>
      <Heading of="class-lobby">{title}</Heading>
      <div class="projector-join class-join">
        <img class="qr" src={qrAddress(code)} width="300" height="300" alt={t('projector.qr')} />
        <div>
          <p>{t('projector.join', { address: `${new URL(joinUrl).host}/j` })}</p>
          <p class="projector-code">{code}</p>
          <p class="projector-count">{info.settings.locked ? t('projector.class.locked') : tn('projector.class.here', here.length)}</p>
        </div>
      </div>
      <ul class="names" data-crowd={crowd.size}>
        {named.slice(0, crowd.shown).map((player) => (
          <li key={player.id} class={`name-tile${player.connected ? '' : ' open'}`}>
            {player.nickname}
          </li>
        ))}
        {named.length > crowd.shown && <li class="name-tile">{t('projector.class.more', { n: named.length - crowd.shown })}</li>}
      </ul>
    </>
  );
}
