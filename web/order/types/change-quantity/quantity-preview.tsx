import { quantityWords, type Unit } from '../../../words/quantity.ts';
import { differenceWords } from './difference-words.ts';
import './quantity-preview.css';

/** What the entered total would do, so that a number meant to be added is seen for what it is. */
export function QuantityPreview({ from, to, unit }: { from: number; to: number | null; unit: Unit }) {
  return (
    <output className="quantity-preview">
      <span className="quantity-side">
        <span className="quantity-when">Now</span>
        <span className="quantity-number">{quantityWords(from, unit)}</span>
      </span>
      <svg className="quantity-arrow" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 12h15M13 6l6 6-6 6" />
      </svg>
      <span className="quantity-side quantity-after">
        <span className="quantity-when">After the change</span>
        <span className="quantity-number">{to === null ? '–' : `${quantityWords(to, unit)} in total`}</span>
      </span>
      <span className="quantity-difference">{to === null ? '' : differenceWords(from, to, unit)}</span>
    </output>
  );
}
