import { Sheet } from '../../components/Sheet.tsx';
import { t } from '../../state/texts.ts';
import { BroadcastForm } from '../orders/BroadcastForm.tsx';
import { DeleteClass } from '../orders/DeleteClass.tsx';
import { MoreOrders } from '../orders/MoreOrders.tsx';
import { NextForAll } from '../orders/NextForAll.tsx';
import { OtherDevice } from '../orders/OtherDevice.tsx';
import { PlayerSheet } from '../orders/PlayerSheet.tsx';
import { ClassSettings } from '../plan/ClassSettings.tsx';
import { JoinCard } from '../plan/JoinCard.tsx';
import { type OverConsole, useConsole } from './console.ts';

/** The sheet that lies over the console. */
export function Over({ over }: { over: OverConsole }) {
  const { show, people, only, code } = useConsole();
  const close = () => show(null);
  switch (over.kind) {
    case 'player': {
      const person = people.get(over.player);
      if (person === undefined) return null;
      return (
        <Sheet title={person.name} name="player" onClose={close}>
          <PlayerSheet person={person} onDone={close} />
        </Sheet>
      );
    }
    case 'next':
      return (
        <Sheet title={t(only === null ? 'console.next-all' : 'host.next')} name="next" onClose={close}>
          <NextForAll onDone={close} />
        </Sheet>
      );
    case 'more':
      return (
        <Sheet title={t('console.more.title')} name="more" onClose={close}>
          <MoreOrders onDone={close} />
        </Sheet>
      );
    case 'broadcast':
      return (
        <Sheet title={t('console.broadcast')} name="broadcast" onClose={close}>
          <BroadcastForm onDone={close} />
        </Sheet>
      );
    case 'join':
      return (
        <Sheet title={t('console.join.sheet', { code })} name="join" onClose={close}>
          <JoinCard />
        </Sheet>
      );
    case 'device':
      return (
        <Sheet title={t('console.device')} name="device" onClose={close}>
          <OtherDevice />
        </Sheet>
      );
    case 'settings':
      return (
        <Sheet title={t('console.settings')} name="settings" onClose={close}>
          <ClassSettings />
        </Sheet>
      );
    case 'delete':
      return (
        <Sheet title={t('console.delete.open')} name="delete" onClose={close}>
          <DeleteClass />
        </Sheet>
      );
  }
}
