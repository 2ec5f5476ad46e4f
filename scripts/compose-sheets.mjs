import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureChromium } from './chromium.mjs';

/** As the walk names them: `07-review--ar-phone-dark.png`. */
const PICTURE = /^(?<screen>\d+-[\w-]+)--(?<language>\w+)-(?<size>laptop|phone)-(?<theme>light|dark)\.png$/;
const WIDTH = 1480;
/** A page longer than this is cut: one looks at how it begins. */
const TALLEST = 1250;

const STYLE = `body{margin:0;padding:16px;width:${WIDTH}px;box-sizing:border-box;background:#8b9296;font:15px system-ui,sans-serif;color:#000}
h1{font-size:20px;margin:0 0 12px}main{display:grid;grid-template-columns:1fr 1fr;gap:20px 16px}
figure{margin:0}figcaption{margin-bottom:4px}div{display:grid;grid-template-columns:1fr 24.5%;gap:8px;align-items:start}
img{width:100%;max-height:${TALLEST}px;object-fit:cover;object-position:top;display:block}
ul{columns:3;padding:0;list-style:none}li{break-inside:avoid;margin-bottom:12px}li img{max-height:160px}a{color:inherit}`;

const documentOf = (title, content) =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1>${content}`;

/** @param {string[]} pictures of one screen */
function sheetOf(screen, pictures) {
  const has = (language, size, theme) => {
    const file = `${screen}--${language}-${size}-${theme}.png`;
    return pictures.includes(file) ? `<img src="pictures/${file}">` : '<span>none</span>';
  };
  const cells = ['light', 'dark'].flatMap((theme) =>
    [...new Set(pictures.map((file) => PICTURE.exec(file)?.groups?.language ?? ''))].map(
      (language) =>
        `<figure><figcaption>${language}, ${theme}: 1280 and 390 pixels</figcaption><div>${has(language, 'laptop', theme)}${has(language, 'phone', theme)}</div></figure>`,
    ),
  );
  return documentOf(screen, `<main>${cells.join('')}</main>`);
}

/**
 * One image for each screen that has pictures in `sheets`/pictures, drawn by Chromium itself, and a page with all of them.
 * @param {string} root @param {string} sheets
 * @returns {Promise<number>} how many
 */
export async function composeSheets(root, sheets) {
  const files = (await readdir(join(sheets, 'pictures')))
    .filter((file) => PICTURE.test(file))
    .sort()
    .reverse();
  const screens = [...new Set(files.map((file) => PICTURE.exec(file)?.groups?.screen ?? ''))].sort();
  const { path } = (await ensureChromium(root, process.env)) || {};
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 600 } });
    for (const screen of screens) {
      const draft = join(sheets, 'sheet.html');
      await writeFile(
        draft,
        sheetOf(
          screen,
          files.filter((file) => file.startsWith(`${screen}--`)),
        ),
      );
      await page.goto(pathToFileURL(draft).href);
      await page.screenshot({ path: join(sheets, `${screen}.png`), fullPage: true });
    }
  } finally {
    await browser.close();
  }
  const items = screens.map(
    (screen) => `<li><a href="${screen}.png">${screen}<img src="${screen}.png" loading="lazy"></a></li>`,
  );
  await writeFile(join(sheets, 'index.html'), documentOf('Every screen', `<ul>${items.join('')}</ul>`));
  return screens.length;
}
