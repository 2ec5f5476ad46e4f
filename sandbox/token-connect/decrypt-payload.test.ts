import { describe, expect, it } from 'vitest';
import { account } from '@/sandbox/testing/test-bank';
import { CARD, sandbox, verdict, wire, type Case } from '@/sandbox/testing/push-verdict';
import { pushBody, pushRaw } from '@/sandbox/testing/test-sandbox';

const without = (name: string) => (payload: Record<string, string>) =>
  Object.fromEntries(Object.entries(payload).filter(([key]) => key !== name));

const ENCRYPTION: readonly Case[] = [
  [
    'a fingerprint nobody knows',
    () => wire((payload) => ({ ...payload, publicKeyFingerprint: '0'.repeat(64) })),
    'CRYPTOGRAPHY_ERROR publicKeyFingerprint names no key of this environment',
  ],
  [
    'a fingerprint of 30 characters',
    () => wire((payload) => ({ ...payload, publicKeyFingerprint: 'a'.repeat(30) })),
    'INVALID_FIELD_LENGTH publicKeyFingerprint',
  ],
  [
    'a fingerprint that is no hex',
    () => wire((payload) => ({ ...payload, publicKeyFingerprint: 'z'.repeat(64) })),
    'INVALID_FIELD_FORMAT publicKeyFingerprint',
  ],
  [
    'the wrong OAEP hash',
    () => wire((payload) => ({ ...payload, oaepHashingAlgorithm: 'SHA256' })),
    'CRYPTOGRAPHY_ERROR encryptedKey cannot be unwrapped with OAEP SHA256',
  ],
  [
    'an OAEP hash nobody offers',
    () => wire((payload) => ({ ...payload, oaepHashingAlgorithm: 'SHA1' })),
    'INVALID_FIELD_VALUE oaepHashingAlgorithm',
  ],
  [
    'no OAEP hash, which is RSA PKCS#1 v1.5',
    () => wire(without('oaepHashingAlgorithm')),
    'CRYPTOGRAPHY_ERROR oaepHashingAlgorithm is absent, which means RSA PKCS#1 v1.5; this key transport is refused, use SHA256 or SHA512',
  ],
  [
    'a truncated key',
    () => wire((payload) => ({ ...payload, encryptedKey: payload['encryptedKey']?.slice(0, 500) })),
    'CRYPTOGRAPHY_ERROR encryptedKey cannot be unwrapped with OAEP SHA512',
  ],
  [
    'an iv of the wrong length for the mode',
    () => wire((payload) => ({ ...payload, iv: '0'.repeat(24) })),
    'INVALID_FIELD_LENGTH iv',
  ],
  [
    'an unknown mode',
    () => wire((payload) => ({ ...payload, algorithmCipherMode: 'ECB' })),
    'INVALID_FIELD_VALUE algorithmCipherMode',
  ],
  ['GCM without a tag', () => wire(without('tag'), 'GCM'), 'MISSING_REQUIRED_FIELD tag'],
  [
    'GCM with a wrong tag',
    () => wire((payload) => ({ ...payload, tag: '0'.repeat(32) }), 'GCM'),
    'CRYPTOGRAPHY_ERROR encryptedData cannot be opened with AES-128-GCM',
  ],
  [
    'GCM with a short tag',
    () => wire((payload) => ({ ...payload, tag: payload['tag']?.slice(0, 24) }), 'GCM'),
    'CRYPTOGRAPHY_ERROR the tag is not 16 bytes long',
  ],
  [
    'encryptedData in the clear',
    () => wire((payload) => ({ ...payload, encryptedData: [{ pushAccountId: '1' }] })),
    'INVALID_FIELD_FORMAT encryptedData',
  ],
  ['encryptedKey missing', () => wire(without('encryptedKey')), 'MISSING_REQUIRED_FIELD encryptedKey'],
];

describe('SI-02: an encrypted payload that does not fit (spec 3.2, 9.4)', () => {
  it.each(ENCRYPTION)('%s', async (_what, push, expected) => {
    const answer = await push();
    expect(verdict(answer)).toBe(expected);
    if (expected !== 'ok') expect(answer.errors?.[0]?.source).toBe('INPUT');
  });
  it('missing iv: opens with sixteen zero bytes, and so fails unless the sender used them', async () => {
    expect(verdict(await wire(without('iv')))).toMatch(/^CRYPTOGRAPHY_ERROR/);
    expect(verdict(await pushRaw(sandbox, pushBody([account(CARD)], {}, { zeroIv: true })))).toBe('ok');
  });
});
