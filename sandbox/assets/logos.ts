import { drawPng, drawSvg, type Shape } from './draw';

/** A logo in both forms that getAsset delivers (spec 4.2). */
export interface Logo {
  readonly svg: () => string;
  readonly png: (size: number) => Buffer;
}

const WHITE = '#ffffff';

/** Art of our own, by asset id; it resembles nobody's mark. */
const ART: Readonly<Record<string, readonly Shape[]>> = {
  // Click to Pay: a berry disc with a pointer.
  '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0001': [
    { kind: 'disc', centre: [20, 20], radius: 20, colour: '#8b225b' },
    {
      kind: 'polygon',
      points: [
        [14.2, 12.4],
        [27.8, 18.5],
        [21.9, 20.7],
        [19.5, 26.8],
      ],
      grow: 1.2,
      colour: WHITE,
    },
  ],
  // Harbour Market: a sail over water.
  '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0002': [
    { kind: 'tile', corner: 8, colour: '#17506b' },
    {
      kind: 'polygon',
      points: [
        [21, 8],
        [21, 25],
        [31, 25],
      ],
      grow: 0.6,
      colour: WHITE,
    },
    {
      kind: 'polygon',
      points: [
        [18.5, 13],
        [18.5, 25],
        [11, 25],
      ],
      grow: 0.6,
      colour: '#bfe0ee',
    },
    {
      kind: 'polygon',
      points: [
        [9, 28.5],
        [32, 28.5],
        [28, 32],
        [13, 32],
      ],
      grow: 0.6,
      colour: WHITE,
    },
  ],
  // Northwind Pay: three gusts.
  '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0003': [
    { kind: 'disc', centre: [20, 20], radius: 20, colour: '#2b5d4f' },
    {
      kind: 'polygon',
      points: [
        [9, 14],
        [27, 14],
      ],
      grow: 1.5,
      colour: WHITE,
    },
    {
      kind: 'polygon',
      points: [
        [13, 20],
        [32, 20],
      ],
      grow: 1.5,
      colour: '#bfe5d3',
    },
    {
      kind: 'polygon',
      points: [
        [10, 26],
        [24, 26],
      ],
      grow: 1.5,
      colour: WHITE,
    },
  ],
  // Pocket Transit: a line with two stops.
  '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0004': [
    { kind: 'tile', corner: 12, colour: '#5a4a9c' },
    {
      kind: 'polygon',
      points: [
        [11, 28],
        [29, 12],
      ],
      grow: 1.4,
      colour: '#d6cff5',
    },
    { kind: 'disc', centre: [11, 28], radius: 4.2, colour: WHITE },
    { kind: 'disc', centre: [29, 12], radius: 4.2, colour: WHITE },
  ],
  // Evergreen cooperative: a tree.
  '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0005': [
    { kind: 'tile', corner: 20, colour: '#37693a' },
    {
      kind: 'polygon',
      points: [
        [20, 8],
        [28, 19],
        [12, 19],
      ],
      grow: 1,
      colour: WHITE,
    },
    {
      kind: 'polygon',
      points: [
        [20, 14],
        [30, 27],
        [10, 27],
      ],
      grow: 1,
      colour: WHITE,
    },
    {
      kind: 'polygon',
      points: [
        [20, 27],
        [20, 32],
      ],
      grow: 1.4,
      colour: '#cfe6c6',
    },
  ],
  // Old Town Tickets: a ticket.
  '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0006': [
    { kind: 'tile', corner: 6, colour: '#8a4b2a' },
    {
      kind: 'polygon',
      points: [
        [9, 14],
        [31, 14],
        [31, 26],
        [9, 26],
      ],
      grow: 1,
      colour: WHITE,
    },
    { kind: 'disc', centre: [8, 20], radius: 2.6, colour: '#8a4b2a' },
    { kind: 'disc', centre: [32, 20], radius: 2.6, colour: '#8a4b2a' },
  ],
  // The two of the published samples.
  'dbc55444-496a-4896-b41c-5d5e2dd431e2': [
    { kind: 'tile', corner: 8, colour: '#b8591b' },
    { kind: 'disc', centre: [20, 20], radius: 9, colour: '#ffe9c9' },
  ],
  '554dbc44-496a-4896-b41c-dd431e25d5e4': [
    { kind: 'disc', centre: [20, 20], radius: 20, colour: '#2d3c63' },
    { kind: 'disc', centre: [20, 20], radius: 12, colour: WHITE },
    {
      kind: 'polygon',
      points: [
        [20, 13],
        [20, 20],
        [25, 22],
      ],
      grow: 1,
      colour: '#2d3c63',
    },
  ],
};

/** The logo with this asset id (spec 4.2: content never changes under one id). */
export function logoOf(assetId: string): Logo | undefined {
  const id = assetId.toLowerCase();
  const art = Object.hasOwn(ART, id) ? ART[id] : undefined;
  return art && { svg: () => drawSvg(art), png: (size) => paintedOnce(id, art, size) };
}

const painted = new Map<string, Buffer>();

function paintedOnce(id: string, art: readonly Shape[], size: number): Buffer {
  const key = `${id} ${size}`;
  const png = painted.get(key) ?? drawPng(art, size);
  painted.set(key, png);
  return png;
}
