import { STANDING_NAMES } from '../../domain/standing.ts'
import { TOKENS } from '../../widgets/tokens.ts'
import { statusProperty } from '../../widgets/tokens-css.ts'

const { columns, phone } = TOKENS.page

/** Colour of the verb of each stance. */
const STANCES = STANDING_NAMES.map(
  (name) => `[data-stance=${name}] :is(.sanad-mark,.site-act){color:var(${statusProperty(name, 'text')})}`,
).join('\n')

/** Page of a claim: by-line, statements, chain, relations, evidence. */
export const CLAIM_CSS = `
.site-relation>div>.site-proposition{font:var(--type-proposition);text-wrap:balance}
.site-relation .sanad-by{font:var(--type-by)}
.site .site-relation .sanad-status{margin:0;padding:0}
.site .site-relation .sanad-status::before{content:none}
.site-relation .site-proposition a{color:inherit}
.site-by{position:relative;font:var(--type-page-by);max-width:none;margin:0 0 var(--space-16);padding-inline-start:20px}
.site-by::before{content:"";position:absolute;inset-block:.15em;inset-inline-start:0;width:max(3px,var(--bar-width));background:var(--bar);print-color-adjust:exact;forced-color-adjust:none}
.site .site-by .sanad-status{margin:0;padding:0;font-weight:650}
.site .site-by .sanad-status::before{content:none}
.site-head{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 16px}
.site-head h2{margin-block-end:8px}
.site-head p{margin:0}
.site-why{color:var(--muted);max-width:42em;margin:0 0 var(--space-16)}
.site-voices,.site-relations,.site-evidence,.site-evidence ul{list-style:none;margin:0;padding:0}
.site-voices>li,.site-relations>.site-relation{display:grid;grid-template-columns:132px minmax(0,1fr);gap:4px 28px;padding-block:18px;border-block-end:1px solid var(--line)}
:is(.site-voices,.site-relations)>li:last-child{border-block-end:0;padding-block-end:0}
.site h3.site-assent{margin:var(--space-16) 0 0;padding-block-end:6px;border-block-end:1px solid var(--line);font:600 .90625rem/1.375rem var(--font);letter-spacing:0}
.site .site-voices+h3.site-assent{margin-block-start:var(--space-32)}
.site-voices>li:target{background:var(--raised)}
.site-when{font:var(--type-small);color:var(--muted);margin:0;padding-block-start:3px}
.site-when>*{display:block}
.site-when b{color:var(--text);font-weight:600}
.site-voice p,.site-relation p{margin:0}
.site-voice .sanad-who{font:var(--type-text)}
.site-voice b,.site-act{font-weight:650}
.site-tag{display:inline-block;margin-inline-start:8px;padding:1px 7px;font:500 .78125rem/1rem var(--font);font-style:normal;color:var(--muted);border:1px solid var(--line);border-radius:3px}
.site :is(.site-voice,.site-point,.site-relation) .sanad-quote{margin:8px 0 0;padding:0;border:0;max-width:29em}
.site :is(.site-voice,.site-point,.site-relation) .sanad-quote p{text-indent:-.42em;padding-inline-start:.42em}
.site-voice .sanad-quote p::before,.site-point .sanad-quote p::before,.site-relation .sanad-quote p::before{content:"“"}
.site-voice .sanad-quote p::after,.site-point .sanad-quote p::after,.site-relation .sanad-quote p::after{content:"”"}
.site :is(.site-voice,.site-point) .sanad-translation{margin-block-start:6px;max-width:32em}
.site :is(.site-voice,.site-point,.site-relation) .sanad-source{margin-block-start:8px;font:var(--type-small)}
.site-voice .sanad-source a+a{color:inherit}
${STANCES}
.site-chain{list-style:none;margin:0;padding:0}
.site-point{position:relative;padding:0 0 var(--space-16);padding-inline-start:32px}
.site-point::before{content:"";position:absolute;inset-block-start:3px;inset-inline-start:0;width:17px;height:17px;border:2px solid var(--text);border-radius:50%;background:var(--text)}
.site-unread::before{background:var(--paper)}
.site-point::after{content:"";position:absolute;inset-block:24px -2px;inset-inline-start:7.7px;border-inline-start:1.6px solid var(--control)}
.site-point:last-child::after{content:none}
.site-judged::after{border-inline-start-style:dashed}
.site-point p{margin:0}
.site .site-point .site-leading{font:italic 400 1.875rem/2.375rem var(--serif);text-wrap:balance;overflow-wrap:anywhere;margin-block-end:4px}
.site-by-whom{font:var(--type-small);color:var(--muted)}
.site-point .sanad-quote{font:var(--type-card-quote)}
.site-change{margin-block-start:var(--space-16);padding:14px 18px;background:var(--raised);border-radius:3px;max-width:48em}
.site-change p{margin:0 0 4px}
.site-point .sanad-hedge{font-weight:600;white-space:nowrap;border-block-end:2px solid var(--status-speculated-line);background:var(--status-speculated-fill)}
.site-evidence>li{margin-block-end:var(--space-16)}
.site-evidence p{margin:0}
.site-evidence li li{padding-inline-start:1.25rem;font:var(--type-small);margin-block:4px;overflow-wrap:anywhere}
.site-judgement ol{list-style:none;margin:0;padding:0}
.site-judgement p{margin:.25rem 0}
@media (min-width:${columns}px){
.site-chain-beside{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:28px;padding-block-start:22px}
.site-chain-beside .site-point{padding:28px 0 0}
.site-chain-beside .site-point::after{inset-block:11px auto;inset-inline:21px -24px;border:0;border-block-start:1.6px solid var(--control)}
.site-chain-beside .site-judged::after{border-block-start-style:dashed}
.site-chain-beside .site-by-whom{position:absolute;inset-block-start:-20px;inset-inline:21px -24px;text-align:center}
}
@media (max-width:${phone - 1}px){.site-voices>li,.site-relations>.site-relation{grid-template-columns:minmax(0,1fr)}.site-when>*{display:inline;margin-inline-end:.4em}}
`
