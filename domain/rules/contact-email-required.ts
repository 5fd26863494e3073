import { failed, type Rule } from './rule.ts';

/** R2. A schedule has no address of its own; the account's stands. */
export const contactEmailRequired: Rule = {
  name: 'contactEmailRequired',
  source: 'R2',
  sentence: 'Enter your contact email address; if it has changed, update it.',
  judged: 'atSubmission',
  namedInPolicyAs: 'contactEmailRequired',
  check({ order: { contactEmail }, facts: { role } }) {
    // The trace is kept for good, so it says that there is an address, not which.
    const inputs = { contactEmailGiven: contactEmail !== undefined, role };
    return contactEmail === undefined && role !== 'machine' ? failed('CONTACT_EMAIL_REQUIRED', inputs) : { inputs };
  },
};
