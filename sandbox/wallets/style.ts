/** The other shops and wallets: plain, square, blue-green, so that nobody takes them for Click to Pay. */
export const walletCss = `
@font-face{font-family:"Rubik Arabic";src:url(/assets/rubik-arabic.woff2) format("woff2");font-weight:300 900;font-display:swap;unicode-range:U+0600-06FF,U+0750-077F,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC}
:root{color-scheme:light dark;--bg:oklch(97% .006 230);--panel:oklch(100% 0 0);--ink:oklch(22% .02 240);--ink-2:oklch(44% .02 240);--brand:oklch(42% .08 232);--on-brand:oklch(100% 0 0);--rule:oklch(86% .012 230)}
@media(prefers-color-scheme:dark){:root{--bg:oklch(18% .012 240);--panel:oklch(23% .016 240);--ink:oklch(96% .004 230);--ink-2:oklch(78% .012 230);--brand:oklch(80% .08 225);--on-brand:oklch(18% .03 235);--rule:oklch(36% .02 235)}}
*{box-sizing:border-box;margin:0}
body{background:var(--bg);color:var(--ink);font:400 1rem/1.5 "Rubik Arabic",system-ui,sans-serif;min-height:100dvh;overflow-wrap:anywhere}
.strip{margin:0;background:var(--ink);color:var(--bg)!important;font-size:.8125rem;padding:6px 16px;text-align:center}
.brand{display:flex;align-items:center;gap:12px;padding:16px max(16px,calc(50% - 260px));border-bottom:1px solid var(--rule);background:var(--panel);font-weight:700}
.brand img{width:40px;height:40px;flex:none}
main{width:min(520px,calc(100% - 32px));margin:28px auto}
h1{font-size:1.5rem;line-height:1.25}p{margin-top:10px;color:var(--ink-2)}
ul{list-style:none;padding:0;margin-top:18px;border:1px solid var(--rule);background:var(--panel)}li{padding:14px 16px}li+li{border-top:1px solid var(--rule)}
.button{display:block;width:100%;min-height:50px;padding:12px 16px;margin-top:18px;border:2px solid var(--brand);background:var(--brand);color:var(--on-brand);font:inherit;font-weight:600;text-align:center;text-decoration:none;border-radius:6px;cursor:pointer}
.button.quiet{background:none;color:var(--brand)}
.button:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
.tools{width:min(520px,calc(100% - 32px));margin:0 auto 24px;border:1.5px dashed var(--ink-2);padding:8px 16px;font-size:.875rem}
.tools summary{cursor:pointer;color:var(--ink-2);min-height:32px;font-family:ui-monospace,monospace;font-size:.78125rem}
.tools label{display:grid;grid-template-columns:auto minmax(0,1fr);gap:12px;align-items:center;margin-top:8px}
.tools select{width:100%;min-height:44px;border:1.5px solid var(--ink-2);background:var(--panel);color:inherit;font:inherit;padding:0 12px}
.tools .hide{display:inline-block;margin-top:10px;color:var(--brand)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;
