import { Button, type ButtonProps } from 'react-aria-components';
import './action.css';

/** A button. `primary` goes on with what the person came for: one on each screen. */
export function Action({
  kind = 'secondary',
  ...props
}: Omit<ButtonProps, 'className'> & { kind?: 'primary' | 'secondary' | 'quiet' }) {
  return <Button {...props} className={`action action-${kind}`} />;
}
