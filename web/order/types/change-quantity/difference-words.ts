import { quantityWords, type Unit } from '../../../words/quantity.ts';

/** What a new total does to the present one: `adds 1 agent`, `removes 4 agents`. */
export function differenceWords(from: number, to: number, unit: Unit): string {
  if (to === from) return 'changes nothing';
  return to > from ? `adds ${quantityWords(to - from, unit)}` : `removes ${quantityWords(from - to, unit)}`;
}
