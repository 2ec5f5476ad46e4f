import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { call, testSandbox } from '@/sandbox/testing/test-sandbox';
import { TOKEN_REQUESTORS } from './token-requestors';

const sandbox = testSandbox();
const PATH = '/issuer-assets/1/0/asset/tokenrequestor/';

interface Media {
  readonly type: string;
  readonly data: string;
  readonly height?: string;
  readonly width?: string;
}

async function media(assetId: string): Promise<readonly Media[]> {
  const response = await call(sandbox, 'GET', PATH + assetId, '');
  expect(response.status).toBe(200);
  const json = (await response.json()) as { mediaContents: Media[] };
  expect(Object.keys(json)).toEqual(['mediaContents']);
  return json.mediaContents;
}

describe('getAsset', () => {
  it('delivers a logo of every token requestor: PNG of 192 by 192 first, SVG second', async () => {
    for (const { imageAssetId } of TOKEN_REQUESTORS) {
      const [png, svg] = await media(imageAssetId);
      expect(png).toMatchObject({ type: 'image/png', height: '192', width: '192' });
      expect(Object.keys(svg ?? {})).toEqual(['type', 'data']);
      expect(Buffer.from(svg?.data ?? '', 'base64').toString()).toMatch(
        /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 40 40".*<\/svg>$/,
      );
    }
  });

  it('paints what it draws: a berry disc, a white pointer on it, nothing in the corners', async () => {
    const [png] = await media('0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0001');
    const file = Buffer.from(png?.data ?? '', 'base64');
    expect(file.subarray(1, 4).toString()).toBe('PNG');
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([192, 192]);
    const rows = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)));
    const pixel = (x: number, y: number) => [...rows.subarray(y * 769 + 1 + x * 4, y * 769 + 5 + x * 4)];
    expect(pixel(1, 1)[3]).toBe(0);
    expect(pixel(96, 20)).toEqual([0x8b, 0x22, 0x5b, 255]);
    expect(pixel(100, 95)).toEqual([255, 255, 255, 255]);
  });

  it('answers the same bytes each time: content never changes under one id', async () => {
    const id = '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0002';
    expect(await media(id)).toEqual(await media(id.toUpperCase()));
  });

  it.each(['0b1f6a52-6d0e-4c7e-9a41-000000000000', 'not-an-id', '..%2f..%2fetc'])(
    'answers INVALID_ASSET_ID to %s',
    async (id) => {
      const response = await call(sandbox, 'GET', PATH + id, '');
      expect(await response.json()).toMatchObject({
        errors: [{ source: 'INPUT', reasonCode: 'INVALID_ASSET_ID' }],
      });
    },
  );
});
