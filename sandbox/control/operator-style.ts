/** The operator's page: dense, monospaced where it quotes. */
export const operatorCss = `
@font-face{font-family:"JetBrains Mono";src:url(/assets/jetbrains-mono.woff2) format("woff2");font-weight:100 800;font-display:swap}
:root{color-scheme:light dark;--bg:oklch(97.5% .002 270);--panel:#fff;--line:oklch(90% .004 270);--ink:oklch(24% .01 270);--ink-2:oklch(48% .01 270);--ok:oklch(46% .115 152);--bad:oklch(49% .17 24);--focus:oklch(45% .15 265)}
@media(prefers-color-scheme:dark){:root{--bg:oklch(17.5% .008 270);--panel:oklch(21.2% .009 270);--line:oklch(31% .01 270);--ink:oklch(93% .004 270);--ink-2:oklch(71% .01 270);--ok:oklch(81% .13 155);--bad:oklch(77.5% .125 24);--focus:oklch(80% .1 265)}}
*{box-sizing:border-box;margin:0}
body{background:var(--bg);color:var(--ink);font:400 .9375rem/1.5 system-ui,sans-serif;padding:20px;max-width:1100px;margin-inline:auto}
h1{font-size:1.375rem}h2{font-size:1rem;margin-top:24px}h3{font-size:.8125rem;margin-top:14px;color:var(--ink-2)}
p{color:var(--ink-2);margin-top:6px}a{color:inherit}
details{background:var(--panel);border:1px solid var(--line);border-radius:8px;margin-top:8px}
summary{display:grid;grid-template-columns:5.5em 7em minmax(0,1fr) auto;gap:12px;padding:9px 12px;cursor:pointer;align-items:baseline}
summary:focus-visible,a:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.inside{padding:0 12px 14px;border-top:1px solid var(--line)}
code{overflow-wrap:anywhere}
pre,code{font:400 .8125rem/1.45 "JetBrains Mono",ui-monospace,monospace}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--bg);border-radius:6px;padding:10px;margin-top:4px;max-height:22em;overflow:auto}
.ok{color:var(--ok)}.bad{color:var(--bad)}
.scroll{overflow-x:auto}.scroll:focus-visible{outline:3px solid var(--focus)}
table{border-collapse:collapse;width:100%;margin-top:8px;font-size:.875rem}td,th{text-align:start;padding:5px 8px;border-bottom:1px solid var(--line);vertical-align:top}
@media(max-width:640px){body{padding:12px}summary{grid-template-columns:1fr}ul{padding-inline-start:1.2em}}
`;
