/** The sign of an order that is done; words beside it say so too. */
export function Done() {
  return (
    <svg className="done" viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="18" />
      <path d="M12 20.5l5.5 5.5L28.5 14.5" />
    </svg>
  );
}
