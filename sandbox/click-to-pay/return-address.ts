import type { Lie } from '@/sandbox/scenarios/outcome';
import { outcomeByCode } from '@/sandbox/scenarios/outcomes';
import type { Journey, Receipt } from '@/sandbox/store/records';
import { receiptNow, type World } from '@/sandbox/world';
import { callbackAddress, type ReceiptResults } from './callback';
import { receiptsOf } from './journey-receipts';

const FORGED = 'MCC-STL-FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF';
/** Of the form of a reference, and nobody's here. */
const FOREIGN = `DWSPMC0000000001${'f'.repeat(32)}`;
const approved = (values: readonly string[]): boolean =>
  values.some((value) => value.startsWith('APPROVED|'));

function lieOf({ outcomeCode }: Receipt): Lie | undefined {
  const { behaviour } = outcomeByCode(outcomeCode);
  return behaviour.kind === 'lie' ? behaviour.lie : undefined;
}

const WORDS: Partial<Record<Lie, (truth: readonly string[]) => readonly string[]>> = {
  'foreign-reference': () => [`APPROVED|${FOREIGN}`],
  'malformed-reference': () => ['APPROVED|<b>not a reference</b>'],
  'no-reference': () => ['APPROVED'],
  declined: () => ['DECLINED'],
  contradictory: (truth) => [...truth, 'DECLINED'],
};

/** What the address says of a card: the truth, or what its row of the table makes of it. Only what was added is lied about. */
function saidOf(receipt: Receipt): ReceiptResults {
  const truth = receipt.results ?? [];
  const lie = lieOf(receipt);
  if (lie === undefined || !approved(truth)) return { receipt: receipt.receipt, values: truth };
  if (lie === 'forged-receipt') return { receipt: FORGED, values: truth };
  return { receipt: receipt.receipt, values: WORDS[lie]?.(truth) ?? truth };
}

function polluted(address: string): string {
  const more = [
    'results%5B__proto__%5D=APPROVED%7Cx',
    'results%5Bconstructor%5D%5Bprototype%5D=APPROVED%7Cx',
    'results=APPROVED',
    `results%255B${FORGED}%255D=DECLINED`,
    'next=https%3A%2F%2Fevil.example',
    '%00=%0d%0aSet-Cookie:a=b',
  ];
  return `${address}&${more.join('&')}`;
}

/** Brackets and pipes as they are. */
function raw(address: string): string {
  return address.replaceAll('%5B', '[').replaceAll('%5D', ']').replaceAll('%7C', '|');
}

function liesOf(world: World, journey: Journey): ReadonlySet<Lie | undefined> {
  const added = receiptsOf(world, journey).filter(({ results = [] }) => approved(results));
  return new Set(journey.stage === 'done' ? added.map(lieOf) : []);
}

/** Where the browser goes when a visit is over (spec 7), with every lie that the table has for its cards. */
export function returnAddress(world: World, journey: Journey): string {
  const lies = liesOf(world, journey);
  const address = callbackAddress(journey.callbackURL, receiptsOf(world, journey).map(saidOf));
  const dirty = lies.has('polluted') ? polluted(address) : address;
  return lies.has('raw') ? raw(dirty) : dirty;
}

/** Why the browser is not sent home now: its row says later, or never. */
export function heldBack(world: World, journey: Journey): 'late' | 'no-way-back' | undefined {
  const lies = liesOf(world, journey);
  if (lies.has('no-way-back')) return 'no-way-back';
  const early = receiptsOf(world, journey).some(
    (receipt) => receiptNow(world, receipt) < receipt.expiresAtMs,
  );
  return lies.has('late') && early ? 'late' : undefined;
}
