import type { Me } from '../../client/generated/types.gen.ts';

export const roleWords: Record<Me['role'], string> = {
  customer: 'Customer',
  partner: 'Partner',
  operator: 'Operator',
  machine: 'System',
};
