import type { Card } from '@/lib/core-banking/core-banking';
import { expiryText } from '@/lib/domain/card';
import type { CardFaceView } from '@/lib/domain/read-models';

/** What may be shown of a card: last four at most (PCI 3.4.1). */
export function cardFace(card: Card): CardFaceView {
  return {
    cardId: card.id,
    product: card.product,
    name: card.name,
    last4: card.last4,
    expiry: expiryText(card.expiry),
  };
}
