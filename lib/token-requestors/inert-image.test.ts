import { describe, expect, it } from 'vitest';
import { inertImage } from './inert-image';

const svg = (inside: string, attributes = '') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"${attributes}>${inside}</svg>`);
const png = (width: number, height: number) => {
  const header = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header);
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
};

const HOSTILE: [title: string, bytes: Buffer][] = [
  ['a script', svg('<script>alert(1)</script>')],
  ['a script with a prefix', svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>')],
  ['a handler', svg('', ' onload="alert(1)"')],
  ['a handler behind a slash', svg('<g/onclick="alert(1)"/>')],
  ['a handler on a line of its own', svg('<g\nonclick\n=\n"alert(1)"/>')],
  ['a foreign object', svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>')],
  ['a link that runs', svg('<a href="javascript:alert(1)"><path d=""/></a>')],
  ['a link elsewhere', svg('<a xlink:href="https://evil.example"><path d=""/></a>')],
  ['a picture from elsewhere', svg('<image href="https://evil.example/x.png"/>')],
  ['a picture in data', svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>')],
  ['a reference elsewhere', svg('<use href="//evil.example/x.svg#a"/>')],
  [
    'a value that changes later',
    svg('<a href="#a"><set attributeName="href" to="javascript:alert(1)"/></a>'),
  ],
  ['an animation', svg('<animate attributeName="href" values="javascript:alert(1)"/>')],
  ['an import of style', svg('<style>@import "https://evil.example/x.css";</style>')],
  ['a style that loads', svg('<rect style="fill:url(https://evil.example/x)"/>')],
  ['a style that loads in quotes', svg('<rect fill="url( \'https://evil.example/x\' )"/>')],
  ['a style in escapes', svg('<style>a{fill:\\75rl(https://evil.example/x)}</style>')],
  [
    'an entity',
    Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
  ],
  ['a style sheet', Buffer.from('<?xml-stylesheet href="x.css"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  [
    'HTML',
    Buffer.from('<!doctype html><svg xmlns="http://www.w3.org/2000/svg"></svg><script>alert(1)</script>'),
  ],
  ['a root that runs on', Buffer.from('<svg/onload=alert(1)>')],
  ['NUL', svg('<scr\u0000ipt>alert(1)</scr\u0000ipt>')],
  ['another encoding', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'utf16le')],
  ['too much', svg(' '.repeat(513 * 1024))],
  ['nothing', Buffer.alloc(0)],
  ['a picture that is too wide', png(2_049, 10)],
  ['a picture that is too high', png(10, 100_000)],
  ['a picture without extent', png(0, 0)],
  ['half a picture', png(10, 10).subarray(0, 20)],
  ['a picture of another kind', Buffer.from('GIF89a............')],
  ['a PNG that is SVG behind its signature', Buffer.concat([png(10, 10).subarray(0, 8), svg('<script/>')])],
  ['a program', Buffer.from('MZ\u0090\u0000')],
];

describe('AS-02: a logo', () => {
  it.each(HOSTILE)('with %s is not shown', (_title, bytes) => {
    expect(inertImage(bytes)).toBeNull();
  });

  it.each([
    ['a drawing', svg('<path d="M0 0h8v8z" fill="#111"/>')],
    ['a gradient by reference', svg('<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/>')],
    ['a gradient in double quotes', svg(`<rect style='fill:url("#g")'/>`)],
    ['a gradient in single quotes', svg(`<rect fill="url('#g')"/>`)],
    [
      'a part used again',
      svg(
        '<g id="a"/><use href="#a"/><use xlink:href=\'#a\'/>',
        ' xmlns:xlink="http://www.w3.org/1999/xlink"',
      ),
    ],
    [
      'a declaration and a comment',
      Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- ok --><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['the word "on" in its text', svg('<title>on = off</title>')],
  ])('with %s is', (_title, bytes) => {
    expect(inertImage(bytes)).toEqual({ type: 'image/svg+xml', bytes });
  });

  it('as a PNG of sane size is a PNG, whatever it was called', () => {
    expect(inertImage(png(2_048, 2_048))?.type).toBe('image/png');
  });
});
