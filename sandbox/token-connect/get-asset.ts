import { logoOf } from '@/sandbox/assets/logos';
import { check } from './checklist';
import type { OperationCall, Served } from './operation';
import { MdesRefusal } from './refusal';

const ASSET_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const PNG_SIZE = 192;

const refusal = () =>
  new MdesRefusal([{ source: 'INPUT', reasonCode: 'INVALID_ASSET_ID', description: 'Invalid Asset Id' }]);

/** The logo of a token requestor (spec 4.2): PNG 192 x 192 first, SVG second; sizes are strings, for the PNG only. */
export function getAsset({ client, assetId = '', findings }: OperationCall): Served {
  check(findings, 'asset-id-format', () => {
    if (!ASSET_ID.test(assetId)) throw refusal();
  });
  const logo = check(findings, 'asset-exists', () => {
    const found = logoOf(assetId);
    if (found === undefined) throw refusal();
    return found;
  });
  const size = String(PNG_SIZE);
  return {
    subject: { op: 'asset', consumerKey: client.consumerKey, assetId },
    answer: () => ({
      mediaContents: [
        { type: 'image/png', data: logo.png(PNG_SIZE).toString('base64'), height: size, width: size },
        { type: 'image/svg+xml', data: Buffer.from(logo.svg()).toString('base64') },
      ],
    }),
  };
}
