/** Who acts when the system itself moves an order on. */
export const SYSTEM = 'changeover';
