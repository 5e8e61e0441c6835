import { useState } from 'preact/hooks';
import { TalkButton } from '../negotiation/TalkButton.tsx';
import { keptText } from '../state/kept.ts';
import { usePlay } from '../state/play.ts';
import { tableName } from '../state/roster.ts';
import { t } from '../state/texts.ts';
import { Clock } from './Clock.tsx';
import { Icon } from './Icon.tsx';
import { LinkBanner } from './LinkBanner.tsx';
import { Notice } from './Notice.tsx';
import { RecordSheet } from './RecordSheet.tsx';
import { RoleSheet } from './RoleCard.tsx';
import { SettingsButton } from './SettingsSheet.tsx';

function Progress({ round, rounds }: { round: number; rounds: number }) {
  return (
    <div class="progress" aria-hidden="true">
      {Array.from({ length: rounds }, (_, at) => (
        <span key={at} class={at < round ? 'done' : undefined} />
      ))}
    </div>
  );
}

/** The head of a table's screens: round, phase, clock, connection, and the sheets one tap away. */
export function PlayHeader() {
  const { brief, view, table, session, seat, phase, code } = usePlay();
  const [open, setOpen] = useState<'role' | 'record' | null>(null);
  const playing = view.status === 'playing';
  const extra = session.team.value?.members.find(({ id }) => id === session.player)?.extra ?? 0;
  return (
    <header class="play-head">
      {playing && <Progress round={view.round} rounds={brief.rounds} />}
      <div class="play-head-row">
        <div class="play-when small">
          {playing ? (
            <>
              <strong>{t('round.of', { n: view.round, of: brief.rounds })}</strong> <span>{phase?.title}</span>{' '}
              <span class="soft when-label">{brief.calendar[view.round - 1]}</span>
            </>
          ) : (
            <>
              <strong>{brief.title}</strong> <span class="soft">{tableName(table)}</span>
            </>
          )}
          <Clock table={table} extra={extra} />
        </div>
        <div class="head-buttons">
          {seat !== null && view.status !== 'finished' && (
            <button type="button" class="icon-button" aria-label={t('role.sheet')} onClick={() => setOpen('role')}>
              <Icon name="card" />
              <span class="word" aria-hidden="true">
                {t('role.sheet')}
              </span>
            </button>
          )}
          {view.status !== 'waiting' && (
            <button type="button" class="icon-button" aria-label={t('record.title')} onClick={() => setOpen('record')}>
              <Icon name="record" />
              <span class="word" aria-hidden="true">
                {t('record.title')}
              </span>
            </button>
          )}
          <TalkButton />
          <SettingsButton note={keptText(table.deletedOn, table.workshop !== null)} />
        </div>
      </div>
      <LinkBanner link={session.elsewhere.value === null ? session.link.value : 'connecting'} />
      <Notice code={code} text={table.notice} />
      {open === 'role' && seat !== null && <RoleSheet seat={seat} onClose={() => setOpen(null)} />}
      {open === 'record' && <RecordSheet onClose={() => setOpen(null)} />}
    </header>
  );
}
