/** What is plainly wrong with a contact address (R2: one-byte characters), if anything. Whether one is needed, the rules decide. */
export function emailError(email: string): string | undefined {
  const address = email.trim();
  if (address === '') return undefined;
  if (!/^[\x21-\x7e]+$/.test(address)) {
    return 'Use one-byte letters, digits and signs only: no full-width characters, accents or spaces.';
  }
  return /^[^@]+@[^@]+$/.test(address) ? undefined : 'Enter an address such as name@example.com.';
}
