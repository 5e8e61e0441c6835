import { useId } from 'preact/hooks';
import type { ScenarioSummary } from '../net/api.ts';
import { t } from '../state/texts.ts';

interface Props {
  readonly scenario: ScenarioSummary;
  readonly chosen: string;
  readonly onChoose: (seat: string) => void;
}

/** The seat that somebody takes who plays alone, and what it is about. */
export function SeatChoice({ scenario, chosen, onChoose }: Props) {
  const field = useId();
  const { seats, title, id: scenarioId } = scenario;
  return (
    <div class="field">
      <label for={field} class="small">
        {t('home.seat')} <span class="hidden-visually">({title})</span>
      </label>
      <select
        id={field}
        class="select"
        data-seat-of={scenarioId}
        value={chosen}
        aria-describedby={`${field}-about`}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {seats.map(({ id, role, name }) => (
          <option key={id} value={id}>
            {t('home.seat.option', { name, role: t(`role.${role}`) })}
          </option>
        ))}
      </select>
      <p id={`${field}-about`} class="small soft">
        {seats.find(({ id }) => id === chosen)?.tagline}
      </p>
    </div>
  );
}
