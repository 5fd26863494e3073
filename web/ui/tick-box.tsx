import { CheckboxButton, CheckboxField, FieldError, Text } from 'react-aria-components';
import './tick-box.css';

type TickBoxProps = {
  label: string;
  help: string;
  isTicked: boolean;
  onChange(isTicked: boolean): void;
  error: string | undefined;
};

/** A box to tick, with its help and what is wrong while it is not ticked. */
export function TickBox({ label, help, isTicked, onChange, error }: TickBoxProps) {
  return (
    <CheckboxField
      className="tick"
      isSelected={isTicked}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <CheckboxButton className="tick-button">
        <span className="tick-box">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 8.5l3.5 3.5L13 4.5" />
          </svg>
        </span>
        {label}
      </CheckboxButton>
      <Text slot="description" className="field-help">
        {help}
      </Text>
      <FieldError className="field-error">{error}</FieldError>
    </CheckboxField>
  );
}
