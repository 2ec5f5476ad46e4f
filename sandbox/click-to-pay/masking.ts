/** `e•••i@example.com`: first and last letter of the name part. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const name = email.slice(0, at);
  return `${name.slice(0, 1)}•••${name.length > 1 ? name.slice(-1) : ''}${email.slice(at)}`;
}

/** The last three digits. */
export function maskMobile(mobile: string): string {
  return mobile.replace(/\D/g, '').slice(-3);
}

/** The first name out of `LASTNAME/FIRSTNAME` or `FIRSTNAME LASTNAME` (spec 3.4), with one capital when it came in capitals. */
export function firstName(name: string): string {
  const [last = '', first] = name.split('/');
  const given = (first ?? last).trim().split(/\s+/)[0] ?? '';
  return given === given.toUpperCase() && given.length > 1
    ? given.slice(0, 1) + given.slice(1).toLowerCase()
    : given;
}

/** `E••• N•••••`: initials only. */
export function maskName(name: string): string {
  const [last = '', first] = name.split('/');
  const words = (first === undefined ? last : `${first} ${last}`).trim().split(/\s+/);
  return words
    .map((word) => [...word].map((letter, index) => (index === 0 ? letter : '•')).join(''))
    .join(' ');
}
