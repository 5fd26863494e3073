/** The product's sign: one thing changes over into another. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="mark-ground" />
      <path d="M7 12.5h14.5M17 7.5l5 5-5 5" className="mark-there" />
      <path d="M25 19.5H10.5M15 14.5l-5 5 5 5" className="mark-back" />
    </svg>
  );
}
