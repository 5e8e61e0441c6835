import { useContext, useId, useState } from 'preact/hooks';
import { t } from '../../state/texts.ts';
import { RudeHint } from '../console/Attention.tsx';
import { useConsole } from '../console/console.ts';
import type { Person } from '../console/people.ts';
import { readTarget, type Target, targetText } from './drop.ts';
import { SeatOptions } from './SeatOptions.tsx';
import { Dragging } from './useDragging.ts';

/** One person of the plan: the name opens what can be done for them, the menu moves them, and so does dragging the name. */
export function PersonRow({ person, move }: { person: Person; move: (player: string, target: Target) => void }) {
  const { show } = useConsole();
  const { grab, dragged } = useContext(Dragging);
  const menu = useId();
  // Sixty menus of sixty seats would hold up a weak laptop: each is filled when somebody comes near it.
  const [near, setNear] = useState(false);
  const fill = () => setNear(true);
  return (
    <li
      class={`person-row${dragged === person.id ? ' dragged' : ''}`}
      data-drop={targetText({ kind: 'player', player: person.id })}
      data-testid={`person-${person.name}`}
    >
      <button
        type="button"
        class="person-name"
        onPointerDown={(press) => grab(press, person.id, person.name)}
        onClick={() => show({ kind: 'player', player: person.id })}
      >
        <span class={`presence ${person.connected ? 'here' : 'gone'}`} aria-hidden="true" />
        <span>
          {person.name}
          {!person.connected && <span class="soft"> ({t('host.away')})</span>}
          {person.wish !== null && <span class="soft small"> {t('console.wishes', { role: t(`role.${person.wish}`) })}</span>}
        </span>
        <RudeHint person={person} />
      </button>
      <label class="hidden-visually" for={menu}>
        {t('console.place', { name: person.name })}
      </label>
      <select
        id={menu}
        class="select person-seat"
        onPointerEnter={fill}
        onFocus={fill}
        value=""
        onChange={({ currentTarget }) => {
          const target = readTarget(currentTarget.value);
          currentTarget.value = '';
          if (target !== null) move(person.id, target);
        }}
      >
        <option value="">{t('console.place.move')}</option>
        {near && <SeatOptions />}
      </select>
    </li>
  );
}
