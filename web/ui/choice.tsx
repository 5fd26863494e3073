import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import './field.css';

type ChoiceProps<Id extends string> = {
  label: string;
  value: Id;
  onChange(value: Id): void;
  options: readonly { id: Id; words: string }[];
  isDisabled: boolean;
};

/** A field with one of several given values. */
export function Choice<Id extends string>({ label, value, onChange, options, isDisabled }: ChoiceProps<Id>) {
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
      isDisabled={isDisabled}
    >
      <Label className="field-label">{label}</Label>
      <Button className="field-input choice-button">
        <SelectValue />
        <svg className="choice-arrow" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 4l4 4 4-4" />
        </svg>
      </Button>
      <Popover className="choice-list">
        <ListBox>
          {options.map(({ id, words }) => (
            <ListBoxItem key={id} id={id} className="choice-option">
              {words}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
