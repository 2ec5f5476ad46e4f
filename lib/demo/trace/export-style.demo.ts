/** The style of an exported journey: inside the file, since the file has nothing but itself. */
export const EXPORT_STYLE = `
:root{color-scheme:light dark;--bg:#f7f7f9;--panel:#fff;--line:#dcdce0;--ink:#1f2026;--ink2:#5b5d66;--sel:#e3e9fb;--browser:#62656f;--bank:#07596a;--mdes:#6b4fa8;--requestor:#a02a6a;--ok:#136c35;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--bg:#0f1013;--panel:#17181c;--line:#33353b;--ink:#e8e9ec;--ink2:#a9abb3;--sel:#26304d;--browser:#b9bcc5;--bank:#77d0de;--mdes:#c3a9ff;--requestor:#ff9ecb;--ok:#7fdc9b;--bad:#ff9d94}}
*{box-sizing:border-box;margin:0}
body{max-width:76rem;margin:0 auto;padding:24px 16px 60px;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
h1{font-size:24px;line-height:1.25}
.facts{margin:6px 0 20px;color:var(--ink2)}
ol{padding:0;list-style:none;background:var(--panel);border:1px solid var(--line)}
summary{cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary,.heads{display:grid;grid-template-columns:76px minmax(0,1fr) 110px;align-items:center;font:12px/17px ui-monospace,'SFMono-Regular',Menlo,Consolas,monospace}
summary:hover,details[open]>summary{background:var(--sel)}
:focus-visible{outline:2px solid currentColor;outline-offset:-2px}
.heads{position:sticky;top:0;padding:8px 0;background:var(--bg)}
.lanes{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));justify-items:center}
.lanes b{max-width:96%;padding:3px 8px;overflow:hidden;border:1.5px solid;text-overflow:ellipsis;white-space:nowrap}
[data-party=browser]{color:var(--browser)}[data-party=bank]{color:var(--bank)}[data-party=mdes]{color:var(--mdes)}[data-party=requestor]{color:var(--requestor)}
svg{display:block}.life{stroke:currentColor;opacity:.45}.arrow{stroke:currentColor;stroke-width:1.5}.dot,.head{fill:currentColor}
text{fill:var(--ink);stroke:var(--panel);stroke-width:4px;paint-order:stroke;font:12px ui-monospace,'SFMono-Regular',Menlo,Consolas,monospace}
.next{opacity:.6}.time{padding-left:10px;color:var(--ink2)}.status{color:var(--ink2)}.ok{color:var(--ok);font-weight:600}.bad{color:var(--bad);font-weight:600}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.inside{padding:10px 20px 24px;border-block:1px solid var(--line)}
h2{margin:18px 0 6px;font-size:15px}h3{margin:10px 0 3px;color:var(--ink2);font-size:13px;font-weight:400}
pre{overflow-wrap:anywhere;white-space:pre-wrap;font:12px/17px ui-monospace,'SFMono-Regular',Menlo,Consolas,monospace}
table{width:100%;border-collapse:collapse;font-size:13px}th,td{padding:4px 12px 4px 0;border-top:1px solid var(--line);text-align:left;vertical-align:top}
th,td:nth-child(2){font:12px/17px ui-monospace,'SFMono-Regular',Menlo,Consolas,monospace;overflow-wrap:anywhere}td:nth-child(2){max-width:24rem}
caption{text-align:left;color:var(--ink2)}small{color:var(--ink2)}ul{padding:0;list-style:none}
@media (max-width:640px){summary,.heads{grid-template-columns:minmax(0,1fr) 76px}.time,.heads>span:first-child{display:none}table,tbody,tr,th,td{display:block;border:0}thead{display:none}tr{padding:5px 0;border-top:1px solid var(--line)}}
@media print{details::details-content{content-visibility:visible}}
`;
