import { CardFace } from '@/components/art/card-face';
import type { CardFaceView } from '@/lib/domain/read-models';

/** The cards of a slip, fanned out over each other; each one is read out by name and last four. */
export function CardFan({
  cards,
  label,
  className = '',
}: {
  cards: CardFaceView[];
  label: string;
  className?: string;
}) {
  return (
    <ul aria-label={label} className={`flex ${className}`}>
      {cards.map((card, index) => (
        <li key={card.cardId} className={`w-[70px] md:w-[92px] ${index > 0 ? '-ms-8 md:-ms-[34px]' : ''}`}>
          <CardFace card={card} size="small" />
        </li>
      ))}
    </ul>
  );
}
