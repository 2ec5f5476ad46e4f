import { logoOf } from '@/sandbox/assets/logos';
import { check } from './checklist';
import type { OperationCall, Served } from './operation';
import { faultOf } from '@/sandbox/control/orders';
import { readLogoAlias } from './logo-alias';
import { MdesRefusal } from './refusal';

const ASSET_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const PNG_SIZE = 192;

const refusal = (lookAt: string) =>
  new MdesRefusal([{ source: 'INPUT', reasonCode: 'INVALID_ASSET_ID', description: 'Invalid Asset Id' }], {
    lookAt,
  });

/** The logo of a token requestor (spec 4.2): PNG 192 x 192 first, SVG second; sizes are strings, for the PNG only. */
export function getAsset({ world, client, assetId = '', findings }: OperationCall): Served {
  const alias = readLogoAlias(assetId, world.orders.list());
  const logo = check(findings, 'asset-id', () => {
    if (!ASSET_ID.test(assetId)) throw refusal('The last part of the path is no UUID.');
    const found = logoOf(alias?.assetId ?? assetId);
    if (found === undefined) throw refusal('It is a UUID, and no token requestor has it as imageAssetId.');
    return found;
  });
  const size = String(PNG_SIZE);
  const scenario = alias && faultOf(alias.order.outcome, alias.order.args);
  return {
    ...(scenario && { scenario }),
    subject: { op: 'asset', consumerKey: client.consumerKey, assetId },
    answer: () => ({
      mediaContents: [
        { type: 'image/png', data: logo.png(PNG_SIZE).toString('base64'), height: size, width: size },
        { type: 'image/svg+xml', data: Buffer.from(logo.svg()).toString('base64') },
      ],
    }),
  };
}
