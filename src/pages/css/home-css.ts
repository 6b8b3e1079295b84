import { TOKENS } from '../../widgets/tokens.ts'

const { columns, phone } = TOKENS.page

/** Home page. */
export const HOME_CSS = `
.site .home-motto{font:var(--type-motto);letter-spacing:var(--track-motto);text-wrap:pretty;margin:0 0 32px;padding-block-end:28px;border-block-end:1px solid var(--line)}
.home-kicker{margin:0 0 10px;font:600 .90625rem/1.375rem var(--font);color:var(--muted)}
.site .home-title{font:var(--type-home);letter-spacing:var(--track-home);margin:0 0 var(--space-16)}
.site .home-title a{color:inherit;text-decoration-line:none}
.site .home-title a:is(:hover,:focus-visible){text-decoration-line:underline}
.home-key li{display:grid;grid-template-columns:36px minmax(0,1fr);gap:14px;padding-block:7px;border-block-end:1px solid var(--line)}
.home-key li:last-child{border:0}
.site-line{margin-block-start:7px;overflow:visible}
.site-line .sanad-line{stroke:var(--s-line)}.site-line .sanad-inner{stroke:var(--surface)}
.site .home-key .sanad-status{margin:0;padding:0;font-weight:600}
.site .home-key .sanad-status::before{content:none}
.home-key small{display:block;font:var(--type-small);color:var(--text)}
.home-stories h3,.site .home-questions h3{margin:0 0 4px;font:500 1.3125rem/1.6875rem var(--serif)}
.home-stories li+li{margin-block-start:12px}
.home-stories p{color:var(--muted)}
.home-lately li{margin-block-end:6px}
.home-lately p{margin:0}
.site-below>section{margin-block-start:var(--space-64);padding-block-start:var(--space-16);border-block-start:1px solid var(--rule)}
.home-questions{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:var(--space-32) 48px;list-style:none;margin:0;padding:0}
.site .home-questions h3{font-size:1.4375rem;line-height:1.875rem;font-weight:400}
.home-questions p{margin:6px 0 0;font:var(--type-by)}
.home-record{display:flow-root}
.home-record>h2{float:inline-start}
.home-record>.site-note{text-align:end;margin:8px 0 0}
.home-columns{clear:both;display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:var(--space-32) 40px}
.site .home-columns h3{margin:0;padding-block-end:8px;font:600 .90625rem/1.375rem var(--font)}
.home-columns h3 :is(a,span){margin-inline-start:4px;font-weight:500}
.home-columns h3 span{color:var(--muted)}
.home-columns ul{list-style:none;margin:0;padding:0}
.home-columns li{display:flex;justify-content:space-between;gap:12px;padding-block:6px;border-block-start:1px solid var(--line);font:var(--type-by)}
.home-columns li span{flex:none;color:var(--muted);font-variant-numeric:tabular-nums}
.home-columns li a{min-height:24px}
@media (max-width:${columns - 1}px){.home-columns{grid-template-columns:1fr 1fr}.home-questions{grid-template-columns:1fr}}
@media (max-width:${phone - 1}px){.home-columns{grid-template-columns:1fr}.home-record>h2{float:none}.home-record>.site-note{text-align:start;margin-block:-8px 16px}.site .home-motto{margin-block-end:20px;padding-block-end:20px}.site-below>section{margin-block-start:48px}}
`
