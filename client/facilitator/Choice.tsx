import { useId } from 'preact/hooks';
import { useWish } from './useWish.ts';

interface Props {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  /** Asks for the change; resolves to whether it was done. */
  readonly ask: (value: string) => Promise<boolean>;
}

/** A choice among a few that is obeyed elsewhere. */
export function Choice({ label, help, value, choices, ask }: Props) {
  const [shown, wish] = useWish(value);
  const field = useId();
  return (
    <div class="field">
      <label for={field}>{label}</label>
      <select
        id={field}
        class="select"
        value={shown}
        aria-describedby={`${field}-help`}
        onChange={({ currentTarget: { value: next } }) => wish(next, () => ask(next))}
      >
        {choices.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
      <p id={`${field}-help`} class="small soft">
        {help}
      </p>
    </div>
  );
}
