import { constants, createDecipheriv, createHash, privateDecrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import recordedRequest from '@/lib/testing/token-connect-vectors/push-request.encrypted.json';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';
import { createEncryption, type EncryptedPayload } from './encryption';
import { EncryptionError } from './errors';

const keys = makeTestKeys();

function decrypt(sealed: EncryptedPayload): unknown {
  const aesKey = privateDecrypt(
    { key: keys.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha512' },
    Buffer.from(sealed.encryptedKey, 'hex'),
  );
  expect(aesKey.byteLength).toBe(16);
  const decipher = createDecipheriv('aes-128-cbc', aesKey, Buffer.from(sealed.iv, 'hex'));
  const clear = Buffer.concat([decipher.update(Buffer.from(sealed.encryptedData, 'hex')), decipher.final()]);
  return JSON.parse(clear.toString('utf8'));
}

describe('field-level encryption', () => {
  it('KY-04: what the library encrypts, code of node:crypto alone decrypts, text of any script included', () => {
    const accounts = [{ pushAccountId: '1', fundingAccountData: { name: 'José Ñ 🙂 مریم' } }];
    const sealed = createEncryption(keys.certificatePem)(structuredClone(accounts));
    expect(decrypt(sealed)).toEqual(accounts);
  });

  it('writes exactly the members of the recorded request, in the recorded lengths', () => {
    const recorded = recordedRequest.pushFundingAccounts.encryptedPayload;
    const sealed = createEncryption(keys.certificatePem)([{ pushAccountId: '1' }]);
    expect(Object.keys(sealed).sort()).toEqual(Object.keys(recorded).sort());
    expect(sealed.oaepHashingAlgorithm).toBe(recorded.oaepHashingAlgorithm);
    expect(sealed.encryptedKey).toMatch(/^[0-9a-f]{512}$/);
    expect(sealed.iv).toHaveLength(recorded.iv.length);
  });

  it('names the certificate by the SHA-256 of its DER form unless told otherwise', () => {
    const der = Buffer.from(keys.certificatePem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
    const expected = createHash('sha256').update(der).digest('hex');
    const account = [{ pushAccountId: '1' }];
    expect(createEncryption(keys.certificatePem)(account).publicKeyFingerprint).toBe(expected);
    expect(createEncryption(keys.certificatePem, 'abc123')(account).publicKeyFingerprint).toBe('abc123');
  });

  it('KY-04: uses a fresh key and a fresh IV for every call', () => {
    const encrypt = createEncryption(keys.certificatePem);
    const sealed = Array.from({ length: 20 }, () => encrypt([{ pushAccountId: '1' }]));
    expect(new Set(sealed.map((one) => one.iv)).size).toBe(20);
    expect(new Set(sealed.map((one) => one.encryptedData)).size).toBe(20);
  });

  it('refuses an unusable certificate when it is opened, not at the first push', () => {
    expect(() => createEncryption('not a certificate')).toThrow(EncryptionError);
  });
});
