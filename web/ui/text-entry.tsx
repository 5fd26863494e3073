import type { ReactNode } from 'react';
import { FieldError, Input, type InputProps, Label, Text, TextField } from 'react-aria-components';
import './field.css';

type TextEntryProps = {
  label: string;
  value: string;
  onChange(value: string): void;
  help: ReactNode;
  /** What is wrong with the value, if anything. */
  error: string | undefined;
  isDisabled: boolean;
  inputMode: InputProps['inputMode'];
  autoComplete: string;
  name: string;
};

/** A field for one line of text, with its help and what is wrong with it. Checks nothing by itself. */
export function TextEntry({ label, help, error, inputMode, ...field }: TextEntryProps) {
  return (
    <TextField {...field} className="field" type="text" isInvalid={error !== undefined} validationBehavior="aria">
      <Label className="field-label">{label}</Label>
      <Text slot="description" className="field-help">
        {help}
      </Text>
      <Input className="field-input" inputMode={inputMode} spellCheck={false} />
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
