const LINKABLE = /(https?:\/\/[^\s,;]+|[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>().]+)/;

/** Whom to ask for help, as the tenant has written it; addresses in it become links. */
export function Contact({ children }: { children: string }) {
  return children.split(LINKABLE).map((part, place) => {
    // A split by a pattern with one group puts what matched at the odd places.
    if (place % 2 === 0) return part;
    return (
      <a key={part} href={part.startsWith('http') ? part : `mailto:${part}`}>
        {part}
      </a>
    );
  });
}
