import { TOKENS } from '../../widgets/tokens.ts'

const { columns, phone } = TOKENS.page

/** Tabs, folds, blocks of the side column, status strip. */
export const PARTS_CSS = `
.site-tabs{display:flex;flex-wrap:wrap;align-items:flex-end;justify-content:space-between;gap:0 28px;margin-block:var(--space-32) var(--space-16);border-block-end:1px solid var(--line)}
.site-tabs ul{display:flex;flex-wrap:wrap;gap:0 28px;list-style:none;margin:0 0 -1px;padding:0}
.site-tabs a{display:block;padding:12px 0 9px;border-block-end:3px solid #0000;font:500 .9375rem/1.5rem var(--font);color:var(--muted)}
.site-tabs a[aria-current]{border-block-end-color:var(--text);color:var(--text);font-weight:650}
.site-tabs p{margin:0;padding-block:12px;font:var(--type-small);color:var(--muted)}
.site-fold{border-block-end:1px solid var(--line)}
.site-fold:not(.site-fold+.site-fold){margin-block-start:var(--space-64);border-block-start:1px solid var(--rule)}
.site-fold>summary{display:flex;align-items:baseline;gap:14px;padding:13px 0;list-style:none}
.site-fold>summary::-webkit-details-marker{display:none}
.site-fold>summary::before{content:"";flex:none;width:8px;height:8px;margin-inline:2px;border-inline-end:1.6px solid;border-block-end:1.6px solid;transform:translateY(-2px) rotate(-45deg)}
[dir=rtl] .site-fold>summary::before{transform:translateY(-2px) rotate(45deg)}
.site-fold[open]>summary::before{transform:translateY(-3px) rotate(45deg)}
.site-fold>summary h2{margin:0;font:var(--type-fold);letter-spacing:0}
.site-fold>summary .site-note{margin-inline-start:auto;text-align:end}
.site-fold>div{padding-block:var(--space-4) var(--space-32)}
.site-columns>aside{font:var(--type-side)}
.site-block{padding-block:14px 22px;border-block-start:1px solid var(--line)}
.site-block:first-child{border-block-start-color:var(--rule)}
.site .site-block h2{margin:0 0 8px;font:600 .90625rem/1.375rem var(--font);letter-spacing:0}
.site-block p{margin:0 0 8px}
.site-block :is(ul,ol,dl){list-style:none;margin:0;padding:0}
.site-block details .site-note{margin:6px 0 0}
.site-block details small{color:var(--muted);font:var(--type-small)}
.site-block details>ul:last-child{margin-block-end:10px}
.site-block dl{display:grid;grid-template-columns:1fr auto;gap:3px 16px}
.site-block dd{margin:0;font-weight:650;font-variant-numeric:tabular-nums;text-align:end}
.site-block li>a{display:inline-block;min-height:24px}
.site-strip{padding-block:var(--space-16);border-block:1px solid var(--line);border-block-start-color:var(--rule)}
.site-main>.site-strip{margin-block-start:0}
.site-strip-head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 16px;margin:0 0 12px;font:var(--type-small)}
.site-strip-head span{color:var(--muted)}
.site-marks{display:block;width:100%;height:22px;margin-block-end:10px}
.site-marks path{fill:var(--s-line);print-color-adjust:exact;forced-color-adjust:none}
.site-strip ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(10rem,1fr));gap:0 12px;list-style:none;margin:0;padding:0;font:500 .90625rem/1.375rem var(--font)}
.site-strip li :is(a,span):first-child{color:var(--text)}
.site-strip li>span:first-child,.site-strip li>a>span:first-child{display:inline-block;min-width:1.9em;font-weight:650;font-variant-numeric:tabular-nums}
.site-strip li{white-space:nowrap}
.site-strip li>a{display:block;padding-block:3px;text-decoration:none}
.site-strip li>a:hover{background:var(--raised)}
.site .site-strip .sanad-status{margin:0;padding:0;font-weight:600}
.site .site-strip .sanad-status::before{content:none}
.site-pictured{margin-block-start:var(--space-16)}
.site .site-pictured.sanad-figure{max-width:none}
.site .site-pictured-end{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 16px;max-width:none;margin:var(--space-16) 0 0;padding-block:14px;border-block-start:1px solid var(--line);font:var(--type-side);color:var(--muted)}
@media (max-width:${columns - 1}px){.site-columns>aside{columns:2;column-gap:var(--space-32)}.site-block{break-inside:avoid}}
@media (max-width:${phone - 1}px){.site-columns>aside{columns:auto}.site-marks{height:16px}.site-strip ul{grid-template-columns:1fr 1fr}.site-strip li{white-space:normal}.site-strip li>a{display:flex;padding-block:5px}}
`
