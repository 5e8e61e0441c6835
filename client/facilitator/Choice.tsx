import { SelectField } from '../components/SelectField.tsx';
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
  return (
    <SelectField label={label} value={shown} help={help} onPick={(next) => wish(next, () => ask(next))}>
      {choices.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}
