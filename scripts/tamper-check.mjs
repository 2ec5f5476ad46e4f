// `npm run tamper-check -- https://the.portal [--inventory FILE]`: what the portal gives to browsers now, against the inventory
// of the build that was put there. Run from another machine, every week (PCI DSS 11.6.1). Exit 1 on any difference.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(async () => {
  const { parseArgs } = await import('node:util');
  const { projectRoot } = await import('./project-root.mjs');
  const { Refusal } = await import('./refusal.mjs');
  const { readScriptInventory } = await import('./script-inventory.mjs');
  const { checkPortal } = await import('./tamper-visit.mjs');
  const { values, positionals } = parseArgs({
    options: { inventory: { type: 'string' } },
    allowPositionals: true,
  });
  const [address] = positionals;
  if (address === undefined || !URL.canParse(address) || !/^https?:/.test(address))
    throw new Refusal('Name the portal: npm run tamper-check -- https://the.portal');
  const inventory = await readScriptInventory(projectRoot, values.inventory);
  const hosts = process.env.TOKEN_REQUESTOR_HOSTS;
  const handOverOrigins = hosts ? hosts.split(',').map((host) => `https://${host.trim()}`) : undefined;
  const { faults, visited } = await checkPortal(new URL(address).origin, { inventory, handOverOrigins });
  for (const fault of faults) console.error(fault);
  console.log(
    faults.length === 0
      ? `As built: ${visited.pages} pages and ${visited.scripts} scripts, their headers, policies and hashes.`
      : `${faults.length} differences from the build of the inventory.`,
  );
  return faults.length === 0 ? 0 : 1;
});
