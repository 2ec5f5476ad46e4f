import { createHash } from 'node:crypto';
import type { Order } from '@/sandbox/control/order';
import { TOKEN_REQUESTORS } from './token-requestors';

/** An asset id that only those see who are asked with the order's account ranges: a logo that can be spoilt for them alone. */
export function logoAlias(orderId: string, assetId: string): string {
  const hash = createHash('sha256').update(`${orderId} ${assetId}`).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** What an alias stands for: the order that made it, and the logo behind it. */
export function readLogoAlias(
  assetId: string,
  orders: readonly Order[],
): { order: Order; assetId: string } | undefined {
  for (const order of orders.filter(
    ({ call, match }) => call === 'asset' && match.accountRanges !== undefined,
  )) {
    const behind = TOKEN_REQUESTORS.find(({ imageAssetId }) => logoAlias(order.id, imageAssetId) === assetId);
    if (behind !== undefined) return { order, assetId: behind.imageAssetId };
  }
  return undefined;
}
