import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly name?: string;
  readonly value: string | number;
  readonly onPick: (value: string) => void;
  /** What is said of it below. */
  readonly help?: ComponentChildren;
  /** Where it is a part of something: a smaller label. */
  readonly small?: boolean;
  /** The options. */
  readonly children: ComponentChildren;
}

/** One of several, with its label above. */
export function SelectField({ label, name, value, onPick, help, small = false, children }: Props) {
  const field = useId();
  const described = help === undefined ? {} : { 'aria-describedby': `${field}-help` };
  return (
    <div class="field">
      <label for={field} {...(small ? { class: 'small' } : {})}>
        {label}
      </label>
      <select
        id={field}
        class="select"
        name={name}
        value={value}
        {...described}
        onChange={({ currentTarget }) => onPick(currentTarget.value)}
      >
        {children}
      </select>
      {help !== undefined && (
        <p id={`${field}-help`} class="small soft">
          {help}
        </p>
      )}
    </div>
  );
}
