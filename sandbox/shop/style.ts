/** The shop: paper and ink, a serif, hard corners; neither the bank nor Click to Pay. */
export const shopCss = `
@font-face{font-family:"Rubik Arabic";src:url(/assets/rubik-arabic.woff2) format("woff2");font-weight:300 900;font-display:swap;unicode-range:U+0600-06FF,U+0750-077F,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC}
@font-face{font-family:"JetBrains Mono";src:url(/assets/jetbrains-mono.woff2) format("woff2");font-weight:100 800;font-display:swap}
:root{color-scheme:light dark;--bg:oklch(96.5% .012 85);--panel:oklch(99.5% .005 90);--ink:oklch(24% .03 150);--ink-2:oklch(42% .025 150);--brand:oklch(36% .07 155);--on-brand:oklch(99% .01 90);--rule:oklch(84% .02 95);--accent:oklch(58% .14 45);--ok:oklch(42% .1 150)}
@media(prefers-color-scheme:dark){:root{--bg:oklch(19% .015 150);--panel:oklch(24% .018 150);--ink:oklch(95% .01 90);--ink-2:oklch(79% .015 100);--brand:oklch(84% .08 150);--on-brand:oklch(20% .03 155);--rule:oklch(38% .02 150);--accent:oklch(76% .12 55);--ok:oklch(84% .11 150)}}
*{box-sizing:border-box;margin:0}
html{background:var(--bg);color:var(--ink);font:400 1.0625rem/1.5 "Rubik Arabic",Georgia,"Iowan Old Style","Noto Serif",serif;-webkit-text-size-adjust:100%}
body{min-height:100dvh;overflow-wrap:anywhere}
a{color:var(--brand);text-underline-offset:.2em}
a:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:-999px}.skip:focus{inset-block-start:8px;inset-inline-start:8px;background:var(--panel);padding:8px 16px;z-index:1}
.strip{background:var(--ink);color:var(--bg);font-size:.8125rem;padding:6px 16px;text-align:center}
.brand{display:flex;align-items:center;gap:12px;width:min(820px,calc(100% - 40px));margin:0 auto;padding:20px 0 16px;border-bottom:1px solid var(--rule);font-weight:700;font-size:1.25rem;letter-spacing:-.01em}
.brand img{display:block;flex:none}
main{width:min(820px,calc(100% - 40px));margin:28px auto 48px}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.015em;text-wrap:balance}
h2{font-size:1.125rem;line-height:1.4}
.lead{color:var(--ink-2);margin-top:8px;max-width:60ch}
.notice{margin-top:14px;padding:10px 16px;border-inline-start:4px solid var(--accent);background:var(--panel)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:36px;align-items:start;margin-top:24px}
figure{background:var(--panel);border:1px solid var(--rule);display:grid;place-items:center;padding:24px}
.notebook{width:min(100%,260px);height:auto}
.notebook .cover{fill:var(--brand)}.notebook .spine{fill:var(--ink);opacity:.35}.notebook .pages{fill:oklch(97% .01 90);stroke:var(--rule)}.notebook .line{stroke:var(--on-brand);stroke-width:5;stroke-linecap:round;opacity:.75;fill:none}.notebook .ribbon{fill:var(--accent)}.notebook .shadow{fill:var(--ink);opacity:.12}
dl{display:grid;grid-template-columns:1fr auto;margin-top:12px}
dt,dd{padding:9px 0;border-bottom:1px solid var(--rule)}dt{padding-inline-end:18px}dd{text-align:end;font-variant-numeric:tabular-nums}
dt small{display:block;color:var(--ink-2);font-size:.9375rem}
.total{font-weight:700;border-bottom:0;font-size:1.1875rem}
.button{display:block;width:100%;min-height:54px;margin-top:14px;padding:12px 18px;border:0;border-radius:2px;background:var(--brand);color:var(--on-brand);font:inherit;font-weight:700;text-align:center;text-decoration:none;cursor:pointer}
.button:hover{background:var(--ink);color:var(--bg)}
main>.button{width:auto;display:inline-block}
.hint{color:var(--ink-2);font-size:.9375rem;margin-top:8px}
.receipt{background:var(--panel);border:1px solid var(--rule);border-top:6px double var(--ink);max-width:560px;margin-top:22px;padding:20px 24px}
.proof{margin-top:22px;padding-top:18px;border-top:2px dashed var(--rule)}.proof dd:last-child,.proof dt:nth-last-child(2){border-bottom:0}.proof p{color:var(--ink-2);font-size:.9375rem;margin-top:4px}
.proof dl{grid-template-columns:auto minmax(0,1fr)}
.mono{font-family:"JetBrains Mono",ui-monospace,monospace;font-size:.875rem;line-height:1.5rem}
.dots{font-size:.62em;letter-spacing:.05em;vertical-align:.18em;margin-inline-end:.25em}
.links{display:flex;flex-wrap:wrap;gap:8px 24px;margin-top:20px}.links a{padding:6px 0}
:lang(ar){letter-spacing:normal!important}
@media(max-width:700px){.two{grid-template-columns:1fr;gap:22px}h1{font-size:1.625rem}figure{padding:14px}.notebook{max-width:190px}.receipt{padding:16px}}
@media(max-width:400px){.proof dl{grid-template-columns:1fr}.proof dt{border:0;padding-bottom:0;color:var(--ink-2)}.proof dd{text-align:start;padding-top:0}}
`;
