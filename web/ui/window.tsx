import { type ReactNode, useEffect } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './window.css';

type WindowProps = {
  title: string;
  /** `alertdialog` for a question that must be answered before anything goes on. */
  role?: 'dialog' | 'alertdialog';
  /** Called by Escape. Without it the window cannot be left but through its own buttons. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
};

/** A modal window over the page; it is open for as long as it is rendered. */
export function Window({ title, role = 'dialog', onClose, children }: WindowProps) {
  useEffect(() => leaveFocusSomewhere, []);
  return (
    <ModalOverlay
      className="backdrop"
      isOpen
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose?.();
      }}
    >
      <Modal className="window">
        <Dialog role={role} className="window-content">
          <Heading slot="title" className="window-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at the end of a window. */
export function WindowActions({ children }: { children: ReactNode }) {
  return <div className="window-actions">{children}</div>;
}

/** The focus goes back to where it came from; but that may be disabled or gone by then, and reading would begin nowhere. */
function leaveFocusSomewhere(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector('h1')?.focus();
    }),
  );
}
