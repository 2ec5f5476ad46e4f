import type { Outcome } from './outcome';
import { stopped, wholeCall } from './push-row';

const EVIL = 'evil.example';

/** Addresses that must never be followed, one kind a row. `{host}` is the sandbox's own host, which the bank trusts. */
const KINDS: readonly { code: string; name: string; title: string; sentence: string; uri: string }[] = [
  {
    code: '603',
    name: 'hostile-uri',
    title: 'Hostile address',
    sentence: `The answer wants to send the browser to \`https://${EVIL}/provision\`.`,
    uri: `https://${EVIL}/provision`,
  },
  {
    code: '621',
    name: 'hostile-uri-userinfo',
    title: 'Hostile address, disguised',
    sentence: 'The trusted host stands before an `@`; behind it a stranger’s.',
    uri: `http://{host}@${EVIL}/provision`,
  },
  {
    code: '622',
    name: 'hostile-uri-lookalike',
    title: 'Hostile address, look-alike',
    sentence: 'The trusted host is only the beginning of a longer one.',
    uri: `https://src.mastercard.com.${EVIL}/provision`,
  },
  {
    code: '623',
    name: 'hostile-uri-script',
    title: 'Script for an address',
    sentence: 'The address is `javascript:`.',
    uri: 'javascript:alert(document.domain)//provision',
  },
  {
    code: '624',
    name: 'hostile-uri-plain-http',
    title: 'Address without TLS',
    sentence: 'The right name, by plain `http`.',
    uri: 'http://src.mastercard.com/provision',
  },
  {
    code: '625',
    name: 'hostile-uri-backslash',
    title: 'Address with a backslash',
    sentence: 'A backslash hides which host is meant.',
    uri: `https://${EVIL}\\@src.mastercard.com/provision`,
  },
  {
    code: '626',
    name: 'hostile-uri-port',
    title: 'Address with another port',
    sentence: 'The right name with a port that nobody agreed on.',
    uri: 'https://src.mastercard.com:8443/provision',
  },
  {
    code: '627',
    name: 'hostile-uri-relative',
    title: 'Address without a scheme',
    sentence: 'The address begins with two slashes.',
    uri: `//${EVIL}/provision`,
  },
  {
    code: '628',
    name: 'hostile-uri-control',
    title: 'Address with a line break',
    sentence: 'A line break hides in the scheme.',
    uri: `https:\r\n//${EVIL}/provision`,
  },
];

/** A destination that is none (fault matrix F19). */
export const HOSTILE_DESTINATIONS: readonly Outcome[] = KINDS.map(({ uri, ...row }) =>
  wholeCall(
    'hostile-uri',
    {
      ...row,
      ...(row.name === 'hostile-uri' && { args: { uri: 'any address' } }),
      portal: stopped('hostile_uri'),
    },
    { with: { uri } },
  ),
);
