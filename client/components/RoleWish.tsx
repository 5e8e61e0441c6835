import { useId } from 'preact/hooks';
import { ROLES, type Role } from '../../shared/match/state.ts';
import { t } from '../state/texts.ts';
import { Crest } from './Crest.tsx';

interface Props {
  readonly wish: Role | null;
  readonly onWish: (role: Role | null) => void;
}

/** The role a player would like; any role first. */
export function RoleWish({ wish, onWish }: Props) {
  const group = useId();
  return (
    <fieldset class="choices">
      <legend class="label">{t('join.wish')}</legend>
      <p class="small soft">{t('join.wish.help')}</p>
      {[null, ...ROLES].map((role) => (
        <label key={role ?? ''} class="choice-row">
          <input type="radio" name={group} value={role ?? 'any'} checked={wish === role} onChange={() => onWish(role)} />
          {role !== null && <Crest role={role} />}
          <span>
            {role === null ? t('join.wish.any') : t(`role.${role}`)}
            {role !== null && <span class="small soft"> – {t(`join.wish.${role}`)}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
