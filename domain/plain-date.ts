/** A calendar date `YYYY-MM-DD` in the business time zone of the product it belongs to; never an instant. Sorts as text. */
export type PlainDate = `${number}-${number}-${number}`;
