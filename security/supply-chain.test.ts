import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '@/scripts/project-root.mjs';
import { makeSbom } from '@/scripts/sbom.mjs';

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(projectRoot, name), 'utf8'));
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        dev: z.boolean().optional(),
        devOptional: z.boolean().optional(),
      }),
    ),
  })
  .parse(read('package-lock.json'));
const { floors, exceptions } = z
  .object({
    floors: z.record(
      z.string(),
      z.object({ floor: z.string().regex(/^\d+\.\d+\.\d+$/), why: z.string().min(10) }),
    ),
    exceptions: z.record(z.string(), z.string().min(10)),
  })
  .parse(read('security/floors.json'));

const nameOf = (place: string) => place.split('node_modules/').at(-1) ?? '';

/** Numbers compared as numbers; a version before its release (`-rc.1`) is below it. */
function isBelow(version: string, floor: string): boolean {
  const [release = '', before] = version.split('-', 2);
  const numbers = (text: string) => text.split('.').map(Number);
  const [have, want] = [numbers(release), numbers(floor)];
  const index = want.findIndex((number, i) => number !== have[i]);
  return index === -1 ? before !== undefined : (have[index] ?? 0) < (want[index] ?? 0);
}

const copies = Object.entries(lock.packages).map(([place, { version }]) => ({
  place,
  version: version ?? '',
}));
const tooOld = (list: typeof copies) =>
  list.filter(({ place, version }) => {
    const entry = floors[nameOf(place)];
    return entry !== undefined && !(place in exceptions) && isBelow(version, entry.floor);
  });

describe('the packages that are locked', () => {
  it('SC-01 none is below its floor, copies of copies included', () => {
    expect(tooOld(copies)).toEqual([]);
  });

  it('SC-01 an old copy deep inside another package would be found', () => {
    const place = 'node_modules/a/node_modules/b/node_modules/next';
    expect(tooOld([{ place, version: '16.3.2' }])).toHaveLength(1);
    expect(tooOld([{ place, version: '16.3.3-canary.1' }])).toHaveLength(1);
    expect(tooOld([{ place, version: '16.10.0' }])).toEqual([]);
    expect(tooOld([{ place, version: '15.99.99' }])).toHaveLength(1);
  });

  it('SC-01 every floor is about a package that is there, and every exception too', () => {
    const names = new Set(copies.map(({ place }) => nameOf(place)));
    expect(Object.keys(floors).filter((name) => !names.has(name))).toEqual([]);
    expect(Object.keys(exceptions).filter((place) => !(place in lock.packages))).toEqual([]);
  });
});

const bill = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
  components: z.array(
    z.looseObject({
      name: z.string(),
      version: z.string(),
      purl: z.string(),
      hashes: z.array(z.object({ alg: z.string(), content: z.string().regex(/^[0-9a-f]+$/) })),
    }),
  ),
});

describe('the bill of materials', () => {
  let sbom: z.infer<typeof bill>;
  beforeAll(async () => {
    sbom = bill.parse(await makeSbom(projectRoot));
  });

  it('SC-02 names every package that ships, by registry name and content, and no other', () => {
    const shipped = Object.entries(lock.packages)
      .filter(([place, { dev }]) => place !== '' && dev !== true)
      .map(([place, { version }]) => `${nameOf(place)}@${version ?? ''}`);
    const listed = sbom.components.map(({ name, version }) => `${name}@${version}`);
    expect(new Set(listed)).toEqual(new Set(shipped));
    expect(listed).toContain(`zod@${lock.packages['node_modules/zod']?.version ?? ''}`);
    expect(listed.filter((entry) => /^(vitest|knip|eslint)@/.test(entry))).toEqual([]);
    expect(sbom.components.filter(({ hashes }) => hashes[0]?.alg !== 'SHA-512')).toEqual([]);
    expect(sbom.components.map(({ purl }) => purl)).toContain(
      `pkg:npm/%40node-rs/argon2@${lock.packages['node_modules/@node-rs/argon2']?.version ?? ''}`,
    );
  });

  it('SC-02 is the same for the same lock file', async () => {
    expect(await makeSbom(projectRoot)).toEqual(sbom);
  });
});
