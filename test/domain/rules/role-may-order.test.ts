import { describe, expect, it } from 'vitest';
import type { OrderType } from '../../../domain/order-types.ts';
import { type Role, roles } from '../../../domain/role.ts';
import { roleMayOrder } from '../../../domain/rules/role-may-order.ts';
import { checked, type GivenOrder, verdict } from '../decision-input.ts';

const everybody = { customer: true, partner: true, operator: true, machine: false };
const resellers = { ...everybody, customer: false };
const operators = { ...resellers, partner: false };

// S1 and S2: a storefront user increases, decreases and cancels; a BSS administrator also suspends and activates; a partner
// modifies its customers' plan settings. A new order type or role does not compile until its cells are filled.
const matrix: Record<OrderType, Record<Role, boolean>> = {
  changeQuantity: everybody,
  cancel: everybody,
  undoCancel: everybody,
  changeTerm: everybody,
  changeOptions: everybody,
  changeRenewal: everybody,
  purchase: everybody,
  changeServicePlan: resellers,
  changeExpiration: resellers,
  changeLicenceSettings: resellers,
  suspend: operators,
  activate: operators,
  renew: { ...everybody, machine: true },
};

const cells = Object.entries(matrix).flatMap(([type, row]) =>
  roles.map((role) => ({ type: type as OrderType, role, expected: row[role] ? 'passes' : 'ROLE_NOT_ALLOWED' })),
);

const orderOf = (type: OrderType): GivenOrder =>
  ({ type, activation: { mode: 'code' }, options: [] }) as unknown as GivenOrder;

describe('R7: who may order what', () => {
  it.each(cells)('$type by a $role: $expected', ({ type, role, expected }) => {
    expect(verdict(roleMayOrder, { facts: { role }, order: orderOf(type) })).toBe(expected);
  });

  it('says who may', () => {
    const { inputs, failure } = checked(roleMayOrder, { facts: { role: 'customer' }, order: orderOf('suspend') });
    expect(inputs).toEqual({ role: 'customer', orderableBy: ['operator'] });
    expect(failure).toMatchObject({ eligibleFrom: null, smallestChange: null });
  });

  it('binds every product, also where the policy names nothing', () => {
    expect(verdict(roleMayOrder, { rules: {}, order: orderOf('suspend') })).toBe('ROLE_NOT_ALLOWED');
  });
});
