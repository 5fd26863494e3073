import { Button } from 'react-aria-components';
import { roleWords } from '../words/role.ts';
import type { Person } from './issuer.ts';

type PersonCardProps = { person: Person; isChosen: boolean; isDisabled: boolean; onChoose(id: string): void };

/** One person to sign in as. */
export function PersonCard({
  person: { id, name, role, description },
  isChosen,
  isDisabled,
  onChoose,
}: PersonCardProps) {
  return (
    <Button
      className="person"
      isPending={isChosen}
      isDisabled={isDisabled && !isChosen}
      onPress={() => onChoose(id)}
      aria-label={`${name}, ${roleWords[role]}`}
      aria-describedby={`person-${id}`}
    >
      <span className="person-initials" aria-hidden="true">
        {initials(name)}
      </span>
      <span className="person-name">{name}</span>
      <span className="person-role">{roleWords[role]}</span>
      <span id={`person-${id}`} className="person-description">
        {description}
      </span>
    </Button>
  );
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map(([first]) => first)
    .slice(0, 2)
    .join('');
