import { describe, expect, it } from 'vitest';
import { PORTAL_ENVIRONMENT } from '@/lib/testing/portal-environment';
import { parseConfig } from './env-schema';

const read = (change: Record<string, string>) => parseConfig({ ...PORTAL_ENVIRONMENT, ...change });
const key = (byte: number, length = 32) => Buffer.alloc(length, byte).toString('base64');

describe('keys of which there may be several', () => {
  it('PD-01: earlier data keys are a list', () => {
    expect(read({ DATA_KEY_PREVIOUS: `${key(1)}, ${key(2)}` })).toMatchObject({
      config: { previousDataKeys: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)] },
    });
    expect(read({})).toMatchObject({ config: { previousDataKeys: [] } });
  });

  it('KY-05: a second signing key has the consumer key of the first unless it has its own', () => {
    const MDES_SIGNING_KEY_FILE_2 = '/keys/second.p12';
    expect(read({})).toMatchObject({ config: { mdes: { second: null, secondEncryptionCertFile: null } } });
    expect(read({ MDES_SIGNING_KEY_FILE_2 })).toMatchObject({
      config: { mdes: { second: { consumerKey: PORTAL_ENVIRONMENT.MDES_CONSUMER_KEY } } },
    });
    expect(read({ MDES_SIGNING_KEY_FILE_2, MDES_CONSUMER_KEY_2: 'a!b' })).toMatchObject({
      config: { mdes: { second: { consumerKey: 'a!b', signingKeyFile: MDES_SIGNING_KEY_FILE_2 } } },
    });
  });

  it.each([
    ['DATA_KEY_PREVIOUS', { DATA_KEY_PREVIOUS: `${key(1)},${key(2, 31)}` }],
    ['MDES_SIGNING_KEY_FILE_2', { MDES_CONSUMER_KEY_2: 'a!b' }],
    ['MDES_ENCRYPTION_CERT_FILE_2', { MDES_ENCRYPTION_FINGERPRINT_2: 'ab' }],
  ])('KY-06: says in one sentence what is missing or wrong: %s', (name, change) => {
    const parsed = read(change);
    expect(parsed).toMatchObject({ ok: false, faults: [expect.stringMatching(`^${name} must `)] });
  });
});
