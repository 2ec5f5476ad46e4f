/** Click to Pay's look: Rubik, pills, berry on warm white, filled tints instead of rules, one centred column. */
export const clickToPayCss = `
@font-face{font-family:Rubik;src:url(/assets/rubik.woff2) format("woff2");font-weight:300 900;font-display:swap}
@font-face{font-family:Rubik;src:url(/assets/rubik-arabic.woff2) format("woff2");font-weight:300 900;font-display:swap;unicode-range:U+0600-06FF,U+0750-077F,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC}
@font-face{font-family:"JetBrains Mono";src:url(/assets/jetbrains-mono.woff2) format("woff2");font-weight:100 800;font-display:swap}
:root{color-scheme:light dark;
--bg:oklch(98.5% .004 20);--panel:oklch(100% 0 0);--ink:oklch(21% .012 340);--ink-2:oklch(45% .016 340);--rule:oklch(90% .008 340);
--brand:oklch(44% .15 352);--brand-strong:oklch(37% .13 352);--on-brand:oklch(100% 0 0);--wash:oklch(95.5% .022 352);--field:oklch(62% .02 340);
--ok:oklch(46% .115 152);--bad:oklch(49% .17 24)}
@media(prefers-color-scheme:dark){:root{
--bg:oklch(17.5% .01 340);--panel:oklch(22.5% .014 342);--ink:oklch(96% .004 340);--ink-2:oklch(77% .012 340);--rule:oklch(33% .016 342);
--brand:oklch(80% .105 352);--brand-strong:oklch(86% .08 352);--on-brand:oklch(19% .03 350);--wash:oklch(28.5% .045 350);--field:oklch(58% .02 340);
--ok:oklch(81.5% .13 155);--bad:oklch(77.5% .125 24)}}
*{box-sizing:border-box;margin:0}
html{background:var(--bg);color:var(--ink);font:400 1rem/1.5 Rubik,system-ui,sans-serif;-webkit-text-size-adjust:100%}
body{min-height:100dvh;display:flex;flex-direction:column;align-items:center;overflow-wrap:anywhere}
a{color:var(--brand);font-weight:500;text-underline-offset:.2em}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible{outline:3px solid var(--brand);outline-offset:3px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:-999px}.skip:focus{inset-block-start:8px;inset-inline-start:8px;background:var(--panel);padding:8px 16px;border-radius:99px;z-index:1}
.strip{text-align:center;background:var(--wash);color:var(--ink-2);font-size:.8125rem;line-height:1.125rem;padding:7px 16px}
header{width:100%}
.brand{display:flex;align-items:center;justify-content:center;gap:11px;padding:24px 16px 18px;font-weight:600;font-size:1.1875rem;letter-spacing:-.01em}
.brand img{width:36px;height:36px;display:block}
.stage{width:100%;flex:1;display:flex;justify-content:center;align-items:flex-start;gap:40px;padding:0 16px 20px}
.balance{width:280px;flex:none}
main{width:min(460px,100%);background:var(--panel);border-radius:32px;padding:32px 36px 28px;box-shadow:0 0 0 1px var(--rule)}
h1{font-size:1.625rem;line-height:2rem;font-weight:600;letter-spacing:-.015em;text-align:center;text-wrap:balance}
h2{font-size:1.0625rem;line-height:1.5rem;font-weight:600;margin-top:22px}
.lead{color:var(--ink-2);margin-top:8px;text-align:center;text-wrap:balance}
main>p+p,.prose p{margin-top:10px}.prose{text-align:start}.prose ul{padding-inline-start:1.2em;margin-top:8px}
.pills{list-style:none;padding:0;display:grid;grid-template-columns:1fr 1fr;gap:8px;margin:18px 0}
.pills li{display:flex;align-items:center;gap:8px;background:var(--wash);border-radius:99px;padding:9px 16px;font-size:.9375rem;line-height:1.25rem;font-weight:500;font-variant-numeric:tabular-nums}
.pills li:only-child{grid-column:1/-1;justify-self:center;padding-inline:22px}
.pills .icon{color:var(--brand)}.icon{display:block;flex:none}
.row>span{text-align:start}
.dots{font-size:.62em;letter-spacing:.05em;opacity:.75;vertical-align:.18em;margin-inline-end:.25em}
.facts{display:grid;grid-template-columns:auto 1fr;gap:6px 18px;background:var(--wash);border-radius:20px;padding:14px 18px;font-size:.9375rem}
.facts dt{color:var(--ink-2)}.facts dd{text-align:end;font-weight:500}
@media (max-width:359px){.facts{grid-template-columns:1fr;gap:0}.facts dd{text-align:start;margin-bottom:6px}.facts dd:last-child{margin:0}}
.field{display:block;margin-top:16px;text-align:start}
.field>span{display:block;font-weight:500;font-size:.9375rem;padding-inline:18px}
.field input{width:100%;margin-top:6px;min-height:54px;border:0;border-radius:99px;padding:0 22px;font:inherit;color:inherit;background:transparent;box-shadow:inset 0 0 0 1.5px var(--field)}
.field input:focus-visible{outline:none;box-shadow:inset 0 0 0 2.5px var(--brand),0 0 0 5px var(--wash)}
.field input[aria-invalid=true]{box-shadow:inset 0 0 0 2.5px var(--bad)}
.field small,.fault{display:block;font-size:.875rem;line-height:1.25rem;padding-inline:18px;margin-top:6px;color:var(--ink-2)}
.fault{color:var(--bad);font-weight:500}
.code input{min-height:62px;text-align:center;font-size:1.6875rem;font-weight:500;letter-spacing:.42em;text-indent:.42em;padding:0 8px;font-variant-numeric:tabular-nums}
.channels{border:0;padding:0;margin:0;display:grid;grid-template-columns:1fr 1fr;gap:8px;text-align:start}
.channels.one{grid-template-columns:1fr}
.channels label{border-radius:20px;padding:12px 14px;box-shadow:inset 0 0 0 1.5px var(--field);font-size:.875rem;line-height:1.25rem;display:grid;grid-template-columns:22px 1fr;gap:10px;align-items:center;cursor:pointer}
.channels label:has(:checked){box-shadow:inset 0 0 0 2.5px var(--brand);background:var(--wash)}
.channels input{width:20px;height:20px;margin:0;accent-color:var(--brand)}
.channels b{display:block;font-weight:500;font-size:.9375rem}.channels span span{color:var(--ink-2)}
.row{display:flex;justify-content:space-between;align-items:center;gap:12px;font-size:.875rem;color:var(--ink-2);margin-top:8px;padding:0 6px}
.plain{border:0;background:none;font:inherit;font-weight:500;color:var(--brand);text-decoration:underline;text-underline-offset:.2em;cursor:pointer;min-height:32px;padding:4px 8px;border-radius:99px;white-space:nowrap;flex:none}
.remember{display:grid;grid-template-columns:24px 1fr;gap:12px;text-align:start;margin-top:18px;font-size:.9375rem;line-height:1.375rem;padding:0 6px;cursor:pointer}
.remember input{width:24px;height:24px;margin:0;accent-color:var(--brand)}.remember small{display:block;font-size:.84375rem;line-height:1.1875rem;color:var(--ink-2)}
.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:54px;border:0;border-radius:99px;background:var(--brand);color:var(--on-brand);font:inherit;font-weight:600;font-size:1.0625rem;text-decoration:none;margin-top:20px;padding:8px 20px;text-align:center;text-wrap:balance;cursor:pointer}
.button:hover{background:var(--brand-strong)}
.button.quiet{background:none;color:var(--brand);font-weight:500;font-size:1rem;min-height:44px;margin-top:6px}.button.quiet:hover{background:var(--wash)}
.seal{width:76px;height:76px;border-radius:50%;background:var(--brand);color:var(--on-brand);display:grid;place-items:center;margin:0 auto 18px}
.results{list-style:none;padding:0;display:grid;gap:8px;margin-top:20px}
.results li{background:var(--wash);border-radius:20px;padding:12px 16px;display:grid;grid-template-columns:24px 1fr;gap:12px;align-items:start;font-size:.9375rem;line-height:1.375rem}
.results b{font-weight:500}.results small{display:block;font-size:.875rem;line-height:1.25rem;color:var(--ink-2)}
.good{color:var(--ok)}.bad{color:var(--bad)}.next{color:var(--brand)}
.above{margin-top:18px}
.none{color:var(--ink-2);background:var(--wash);border-radius:20px;padding:14px 18px;margin-top:8px}
.notice{background:var(--wash);border-radius:20px;padding:12px 18px;margin-top:14px;font-weight:500}
.saved,.lines{list-style:none;padding:0;display:grid;gap:8px;margin-top:8px}
.saved>li{background:var(--wash);border-radius:20px;padding:14px 16px;display:grid;grid-template-columns:72px minmax(0,1fr);gap:14px;font-size:.9375rem;line-height:1.375rem}
.saved .name{font-weight:600;font-size:1.0625rem;font-variant-numeric:tabular-nums}.saved p{color:var(--ink-2)}.saved .name{color:inherit}
.saved .state{display:flex;align-items:center;gap:6px;font-weight:500}.saved .good{color:var(--ok)}.saved .next{color:var(--brand)}
.mono{font-family:"JetBrains Mono",ui-monospace,monospace;font-size:.84375rem}
.art{display:block;flex:none}.art .mark{fill:oklch(100% 0 0);opacity:.75}
.tint-0 .card{fill:oklch(48% .1 352)}.tint-1 .card{fill:oklch(46% .07 200)}.tint-2 .card{fill:oklch(45% .08 280)}.tint-3 .card{fill:oklch(47% .07 150)}.tint-4 .card{fill:oklch(48% .08 60)}
.lines li{background:var(--wash);border-radius:20px;padding:12px 16px;font-size:.9375rem;line-height:1.375rem}.lines small{display:block;font-size:.875rem;color:var(--ink-2)}
.lines .with-button{display:flex;justify-content:space-between;align-items:center;gap:10px}
.sure{margin-top:6px}.sure summary{width:fit-content;cursor:pointer;color:var(--brand);font-weight:500;text-decoration:underline;text-underline-offset:.2em;min-height:32px;padding:4px 8px;margin-inline-start:-8px;border-radius:99px;list-style:none}
.sure summary::-webkit-details-marker{display:none}
.sure .button{min-height:44px;margin-top:10px;font-size:.9375rem;background:var(--bad)}
.sure[open]>form{padding:6px 0 4px}main>.sure{text-align:center;margin-top:2px}main>.sure summary{margin:0 auto;color:var(--bad);padding:8px 16px}
.cards{margin-top:18px}.cards label{grid-template-columns:22px 72px minmax(0,1fr)}.cards label:has(:disabled){opacity:.75;cursor:not-allowed;box-shadow:inset 0 0 0 1.5px var(--rule)}
.inbox{width:280px;flex:none;border:1.5px dashed var(--field);border-radius:24px;padding:20px 16px 16px;position:relative;margin-top:60px}
.inbox>h2{position:absolute;top:-10px;inset-inline-start:18px;margin:0;background:var(--bg);padding:0 8px;font:500 .71875rem/1.125rem "JetBrains Mono",ui-monospace,monospace;color:var(--ink-2)}
.mail{background:var(--panel);border-radius:16px;box-shadow:0 0 0 1px var(--rule);padding:14px 16px;font-size:.875rem;line-height:1.25rem}
.mail time{color:var(--ink-2)}.mail b{font-weight:500}
.mail .digits{font-size:1.625rem;line-height:2.125rem;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:.06em;margin:6px 0 2px}
.tools{width:min(460px,calc(100% - 32px));margin:0 auto 18px;border:1.5px dashed var(--field);border-radius:20px;padding:4px 16px;font-size:.875rem}
.tools summary{cursor:pointer;color:var(--ink-2);font:500 .78125rem/1.25rem "JetBrains Mono",ui-monospace,monospace;min-height:36px;display:flex;align-items:center;justify-content:center;list-style:none;border-radius:99px}
.tools summary::-webkit-details-marker{display:none}.tools summary::after{content:"";width:7px;height:7px;border:solid currentColor;border-width:0 1.5px 1.5px 0;transform:translateY(-2px) rotate(45deg);margin-inline-start:10px}.tools[open] summary::after{transform:translateY(2px) rotate(225deg)}
.tools form{padding:4px 0 14px}.tools label{display:grid;grid-template-columns:auto minmax(0,1fr);gap:12px;align-items:center;margin-top:8px;font-variant-numeric:tabular-nums}
.tools select{width:100%;min-height:44px;border:0;border-radius:99px;box-shadow:inset 0 0 0 1.5px var(--field);background:var(--panel);color:inherit;font:inherit;padding:0 16px}
.tools select:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.tools .button{min-height:44px;margin-top:12px;font-size:.9375rem}.tools .hide{display:block;width:fit-content;margin:10px auto 0;padding:4px 8px;font-size:.84375rem}
/* Arabic letters are joined, and what points forward points to the left. */
:lang(ar){letter-spacing:normal!important}:lang(ar) .digits,:lang(ar) .code input{letter-spacing:.1em!important}[dir=rtl] .icon.arrow,[dir=rtl] .icon.question{transform:scaleX(-1)}
footer{margin-top:auto;padding:18px;font-size:.8125rem;color:var(--ink-2);text-align:center}
@media(max-width:999px){.balance{display:none}.stage{flex-direction:column;justify-content:flex-start;align-items:center;gap:26px}.inbox{width:min(460px,100%);margin-top:0}}
@media(max-width:500px){.brand{padding:16px 16px 12px}main{padding:26px 20px 18px;border-radius:28px}h1{font-size:1.5rem;line-height:1.875rem}.code input{font-size:1.5rem}}
@media(max-width:359px){.channels,.pills{grid-template-columns:1fr}.code input{letter-spacing:.25em;text-indent:.25em}}
@media(forced-colors:active){.channels label,.field input,.button,main,.inbox,.results li,.pills li,.facts,.notice{border:1px solid}.field input:focus-visible{outline:3px solid;outline-offset:3px}.channels label:has(:checked){border-width:3px}}
`;
