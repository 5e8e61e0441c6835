import { useWish } from './useWish.ts';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly on: boolean;
  /** Asks for the change; resolves to whether it was done. */
  readonly ask: (on: boolean) => Promise<boolean>;
}

/** A switch that is obeyed elsewhere. */
export function Toggle({ name, label, help, on, ask }: Props) {
  const [shown, wish] = useWish(on);
  return (
    <label class="choice-row">
      <input type="checkbox" name={name} checked={shown} onChange={({ currentTarget: { checked } }) => wish(checked, () => ask(checked))} />
      <span class="choice-text">
        {help === undefined ? label : <strong>{label}</strong>}
        {help !== undefined && <span class="small soft">{help}</span>}
      </span>
    </label>
  );
}
