import { Action } from '../../ui/action.tsx';
import { Banner } from '../../ui/banner.tsx';

/** Reminds of notifications that were closed without their tick. */
export function UnconfirmedBanner({ count, onShow }: { count: number; onShow(): void }) {
  const isOne = count === 1;
  return (
    <Banner
      kind="news"
      title={isOne ? 'A notification waits to be confirmed' : `${count} notifications wait to be confirmed`}
      action={<Action onPress={onShow}>Show {isOne ? 'it' : 'them'}</Action>}
    />
  );
}
