import { failed, type Rule } from './rule.ts';

export const contactEmailRequired: Rule = {
  name: 'contactEmailRequired',
  source: 'R2',
  sentence: 'Enter your contact email address; if it has changed, update it.',
  judged: 'atSubmission',
  namedInPolicyAs: 'contactEmailRequired',
  check({ order: { contactEmail } }) {
    // The trace is kept for good, so it says that there is an address, not which.
    const inputs = { contactEmailGiven: contactEmail !== undefined };
    return contactEmail === undefined ? failed('CONTACT_EMAIL_REQUIRED', inputs) : { inputs };
  },
};
