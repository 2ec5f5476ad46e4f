import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sha256 } from '@/lib/sealing/seal';
import server from '@/messages/en/server.json';
import { consentText } from './consent-text-view';

/** Every version that was ever shown, with the SHA-256 of its words: entries are added, never changed. */
const released = z
  .record(z.string(), z.string().regex(/^[0-9a-f]{64}$/))
  .parse(JSON.parse(readFileSync('security/consent-texts.json', 'utf8')));

describe('GD-02: the words of the consent', () => {
  it('do not change without a new version: write the new one and its hash into security/consent-texts.json', () => {
    const { version } = consentText('en_GB', 'Click to Pay');
    expect({ version, hash: sha256(server.consentText.agreement) }).toEqual({
      version,
      hash: released[version],
    });
  });

  it('are different words in every version', () => {
    expect(new Set(Object.values(released)).size).toBe(Object.keys(released).length);
  });

  it('name the bank and who gets the cards, and leave no gap', () => {
    const { text } = consentText('en_GB', 'Harbour Market');
    expect(text).toContain('to Harbour Market, so that Harbour Market can keep');
    expect(text).not.toMatch(/[{}]/);
  });
});
