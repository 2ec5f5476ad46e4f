import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * `purl` as its specification writes an npm package: the scope's `@` encoded, the slash kept.
 * @param {string} name @param {string} version
 */
const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** @param {string} integrity Subresource Integrity, one or several @returns {{ alg: string, content: string }[]} */
function hashesOf(integrity) {
  return integrity.split(' ').flatMap((entry) => {
    const [, bits, base64] = /^sha(\d+)-(.+)$/.exec(entry) ?? [];
    return base64 ? [{ alg: `SHA-${bits}`, content: Buffer.from(base64, 'base64').toString('hex') }] : [];
  });
}

/**
 * A CycloneDX 1.5 bill of materials of what ships, from the lock file alone and without the network. Our own, since `npm sbom
 * --omit dev` leaves out what is needed for development as well as in production, zod for one. The same for the same lock.
 * @param {string} root
 */
export async function makeSbom(root) {
  const text = await readFile(join(root, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text);
  const { name, version } = packages[''];
  const shipped = Object.entries(packages).filter(
    ([place, entry]) => place !== '' && !entry.dev && !entry.link,
  );
  /** @type {Map<string, object>} */
  const components = new Map();
  for (const [place, entry] of shipped) {
    const packageName = entry.name ?? place.split('node_modules/').at(-1);
    const purl = purlOf(packageName, entry.version);
    components.set(purl, {
      type: 'library',
      'bom-ref': purl,
      name: packageName,
      version: entry.version,
      scope: entry.optional || entry.devOptional ? 'optional' : 'required',
      purl,
      hashes: hashesOf(entry.integrity ?? ''),
      ...(typeof entry.license === 'string' ? { licenses: [{ expression: entry.license }] } : {}),
    });
  }
  const digest = createHash('sha256').update(text).digest('hex');
  const serial = digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${serial}`,
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': name, name, version } },
    components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
  };
}

/** @param {string} root @returns {Promise<string>} the file, beside the build */
export async function writeSbom(root) {
  const file = join(root, 'dist', 'sbom.json');
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(file, `${JSON.stringify(await makeSbom(root), null, 2)}\n`);
  return file;
}
