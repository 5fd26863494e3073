/** The rules a policy may name, each with its parameters. A rule that is not named does not bind. */
export type PolicyRules = {
  /** R2: each order carries the contact e-mail address. */
  contactEmailRequired?: Record<string, never> | undefined;
  /** R5: the total stays within the SKU's minimum and maximum. */
  skuQuantityRange?: Record<string, never> | undefined;
  /** R6: the total is not below the units in use at the vendor. */
  notBelowAssignedQuantity?: Record<string, never> | undefined;
  /** R3, R4: an outcome that nobody has acknowledged holds back the next order. Absent means no gate. */
  acknowledgementGate?: { after: 'everyOrder' } | undefined;
};

export type PolicyRuleName = keyof PolicyRules;
