import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '@/scripts/project-root.mjs';
import { privateKeysIn, secretName } from './private-keys';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: projectRoot, encoding: 'utf8' })
  .split('\0')
  .filter((name) => name !== '');

describe('KY-07: the repository', () => {
  it('tracks no key file and no environment of anybody', () => {
    expect(tracked.length).toBeGreaterThan(300);
    expect(tracked.filter(secretName)).toEqual([]);
    expect(
      ['.env', 'lib/.env.local', '.env.production', 'a/bank.p12', 'k/signing.key'].filter(secretName),
    ).toHaveLength(5);
    expect(['.env.example', 'lib/config/env.ts', 'lib/mdes/key-ring.ts'].filter(secretName)).toEqual([]);
  });

  it('holds no private key in any file', () => {
    const found = tracked.flatMap((name) => {
      const text = readFileSync(`${projectRoot}/${name}`, 'latin1');
      return privateKeysIn(text).map((kind) => `${name}: ${kind}`);
    });
    expect(found).toEqual([]);
  });

  it('holds no login for a registry', () => {
    expect(readFileSync(`${projectRoot}/.npmrc`, 'utf8')).not.toMatch(/_auth|password|token/i);
  });

  it('would be caught with one: PEM, PEM inside JSON, and a JWK', () => {
    const { privateKey, privatePem } = makeTestKeys();
    const jwk = privateKey.export({ format: 'jwk' });
    expect(privateKeysIn(privatePem)).toEqual(['PEM']);
    expect(privateKeysIn(JSON.stringify({ key: privatePem }))).toEqual(['PEM']);
    expect(privateKeysIn(JSON.stringify(jwk))).toEqual(['JWK']);
    const { kty, n, e } = jwk;
    expect(privateKeysIn(JSON.stringify({ kty, n, e }))).toEqual([]);
    expect(privateKeysIn("if (pem.includes('-----BEGIN PRIVATE KEY-----')) return")).toEqual([]);
  });
});
