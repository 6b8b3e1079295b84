import { TOKENS } from '../../widgets/tokens.ts'

const { phone } = TOKENS.page

/** Acts of a speaker, lists of things, trees, the form of comparisons, groups of a search. */
export const THINGS_CSS = `
.site-says,.site-read,.site-list,.site-stories,.site-acts,.site-compared,.site-kinds ul,.site-counts,.site-tally{list-style:none;margin:0;padding:0}
.site-utterance{display:grid;grid-template-columns:132px minmax(0,1fr);gap:0 28px;padding-block:var(--space-16) var(--space-32);border-block-end:1px solid var(--line)}
.site-when{margin:0;padding-block-start:4px;font:600 .90625rem/1.375rem var(--font)}
.site-when small{display:block;font:var(--type-small);color:var(--muted)}
.site-from{margin:4px 0 8px;font:var(--type-small);color:var(--muted)}
.site-utterance>div>.site-words .sanad-quote{font:400 1.5625rem/2.0625rem var(--serif)}
.site .site-words .sanad-quote{position:relative;margin:0;padding:0;border:0}
.site-words .sanad-quote p{margin:0}
.site-words .sanad-quote p::before{content:open-quote;position:absolute;inset-inline-end:100%}
.site-words .sanad-quote p::after{content:close-quote}
.site-words .sanad-translation{margin:0}
.site-acts>li{display:grid;grid-template-columns:132px minmax(0,1fr);gap:0 16px;padding-block:8px}
.site-acts>li+li{border-block-start:1px solid var(--line)}
.site-acts .sanad-proposition{display:inline;font:400 1.125rem/1.5rem var(--serif);color:var(--text);text-decoration:none}
.site-acts .sanad-proposition:hover{text-decoration:underline}
.site-acts .site-origin{margin:2px 0 0}
.site-acts small{color:var(--muted);font:var(--type-small)}
.site-acts .site-words{margin-block-start:4px;font-size:.9375rem}
.site-acts .site-words .sanad-quote{font-size:1.0625rem;line-height:1.5rem}
.site-acts .sanad-status{margin:0;padding:0}
.site .site-acts .sanad-status::before{content:none}
.site-main .sanad-claim>.sanad-line{line-height:1.4375rem}
.site-main .sanad-claims .sanad-line .sanad-proposition{font:600 1.125rem/1.4375rem var(--serif);text-decoration-line:none}
.site-main .sanad-claims .sanad-line .sanad-proposition:is(:hover,:focus-visible){text-decoration-line:underline}
.site-main .sanad-claim>.sanad-by{font-size:.90625rem;line-height:1.25rem}
.site-main .sanad-claim .sanad-lead.sanad-lead{font:400 1rem/1.375rem var(--serif)}
.site-main .sanad-claim :is(.sanad-caveat,.sanad-source,summary){font:var(--type-small)}
.site-main .sanad-claim summary{min-height:24px}
.site-read>li{padding-block:var(--space-16);border-block-end:1px solid var(--line)}
.site-about{margin-block-start:var(--space-64);border-block-start:1px solid var(--rule);padding-block-start:var(--space-16)}
.site-about h2{margin-block-start:0}
.site-more{font-weight:600;text-decoration:none}
.site-more:hover{text-decoration:underline}
.site-pages{display:flex;gap:var(--space-16);margin-block:var(--space-32)}
.site-note{font:var(--type-small);color:var(--muted)}
.site-columns>aside>section:not(.site-block){padding-block:14px 22px;border-block-start:1px solid var(--line)}
.site .site-columns>aside>section h2{margin:0 0 8px;font:600 .90625rem/1.375rem var(--font);letter-spacing:0}
.site .site-columns>aside>section h2:not(:first-child){margin-block-start:var(--space-16)}
.site-list>li{display:grid;grid-template-columns:minmax(0,1fr) 7rem;gap:0 var(--space-16);padding-block:12px;border-block-end:1px solid var(--line)}
.site-list>li:has(.site-list-counts>a+a){grid-template-columns:minmax(0,1fr) 15rem}
.site-stories>li+li{margin-block-start:var(--space-32)}
.site .site-stories h2{margin:0 0 4px}
.site .site-stories h2 a{color:inherit;text-decoration-line:none}
.site .site-stories h2 a:is(:hover,:focus-visible){text-decoration-line:underline}
.site-stories>li>p:not([class]){max-width:40em;margin:0 0 var(--space-16);color:var(--muted)}
.site-list-name{font:500 1.25rem/1.625rem var(--serif);color:var(--text);text-decoration:none;overflow-wrap:anywhere}
.site-list-name:hover{text-decoration:underline}
.site-list small,.site-list .site-match{grid-column:1;color:var(--muted);font:var(--type-small);margin:0}
.site-list-counts{grid-column:2;grid-row:1;font:var(--type-side)}
.site-list-counts a{display:inline-block;min-height:24px;min-width:7rem}
.site-tree,.site-tree ul{list-style:none;margin:0;padding:0}
.site-tree ul{margin-inline-start:8px;padding-inline-start:16px;border-inline-start:1px solid var(--line)}
.site-tree a{display:inline-block;min-height:24px}
.site-tree>li{padding-block:8px}
.site-tally li{display:flex;justify-content:space-between;gap:16px;padding-block:1px}
.site-tally li>span{font-weight:650;font-variant-numeric:tabular-nums}
.site .site-tally .sanad-status{margin:0;padding:0}
.site .site-tally .sanad-status::before{content:none}
.site-compared{columns:2;column-gap:var(--space-32)}
.site-compared small{white-space:nowrap}
.site-compared li{break-inside:avoid;padding-block:4px;overflow-wrap:anywhere}
.site-compare fieldset{border:0;margin:var(--space-16) 0;padding:0}
.site-compare legend{font:600 1rem/1.5rem var(--font);padding:0;margin-block-end:8px}
.site-compare input[type=checkbox]{width:18px;height:18px;vertical-align:-3px}
.site-compare input[type=search]{width:min(22rem,100%);min-height:36px}
.site>main>.site-find{margin-block-end:var(--space-32)}
.site-find{display:flex;gap:8px;align-items:center;height:60px;padding-inline:20px 10px;border:1px solid var(--text);border-radius:3px;background:var(--card);margin-block:var(--space-16)}
.site-find input[type=search]{flex:1;min-width:0;border:0;background:none;color:var(--text);font:400 1.375rem/2rem var(--serif)}
.sanad-notice+.site-columns{margin-block-start:var(--space-16)}
.site-kinds ul{display:flex;flex-wrap:wrap;gap:4px 24px;margin-block-end:var(--space-32)}
.site-kinds a{display:inline-block;min-height:24px}
.site-kinds a[aria-current]{color:var(--text);font-weight:650;text-decoration:none}
.site-found{display:grid;grid-template-columns:164px minmax(0,1fr);gap:0 40px;padding-block:var(--space-16) var(--space-32);border-block-start:1px solid var(--rule)}
.site .site-found{margin-block-start:var(--space-16)}
.site-found>header p{margin:0}
.site-found .site-utterance{grid-template-columns:minmax(0,1fr)}
.site-found .site-when>*{display:inline}
.site-found .site-utterance>div>.site-words .sanad-quote{font-size:1.375rem;line-height:1.75rem}
.site .site-found h2{margin:0;font-size:1.1875rem;line-height:1.625rem;letter-spacing:0}
@media (max-width:${phone - 1}px){
.site-main .sanad-claims .sanad-line .sanad-proposition{font-size:1rem;line-height:1.3125rem}
.site-main .sanad-claim>.sanad-line{line-height:1.3125rem}
.site-utterance,.site-found{grid-template-columns:minmax(0,1fr)}
.site-found>header{display:flex;align-items:baseline;gap:8px}
.site-when small{display:inline}
.site-utterance{padding-inline-start:10px}
.site-utterance>div>.site-words .sanad-quote{font-size:1.375rem;line-height:1.75rem}
.site-utterance{padding-block:8px 12px}
.site-acts>li{display:block;padding-block:4px}
.site-acts .site-words .sanad-quote{font-size:1rem;line-height:1.3125rem}
.site-words .sanad-translation{font-size:.9375rem;line-height:1.25rem}
.site-acts>li>div{display:inline}
.site-about{margin-block-start:var(--space-32)}
.site-compared{columns:1}
.site-find{height:52px}
.site-list>li,.site-list>li:has(.site-list-counts>a+a){grid-template-columns:minmax(0,1fr)}
.site-list-counts{grid-column:1;grid-row:auto}
.site-list-counts a{min-width:0;margin-inline-end:12px}
}
@media print{.site-pages,.site-find,.site-kinds,.site-compare{display:none}}
`
