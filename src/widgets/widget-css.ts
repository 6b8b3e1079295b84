import { drawingCss } from './drawing/drawing-css.ts'
import { statusCss } from './status-css.ts'
import { tokensCss } from './tokens.ts'

/** Style sheet of widgets, which embeds and pages load; colours and sizes come from the design tokens. */
export const widgetCss = (): string => [tokensCss(), drawingCss(), statusCss(), RULES].join('\n')

const RULES = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--surface);color:var(--text);font:1rem/1.5 var(--font);overflow-wrap:anywhere}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible,textarea:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}
h3{font-size:1.05rem;margin:1rem 0 .25rem}
summary{cursor:pointer;min-height:24px;padding:.15rem 0}
summary h2{display:inline}
.sanad-hidden,.sanad-skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.sanad-frame{padding:.75rem}
.sanad-frame main{max-width:760px;margin:0 auto}
.sanad-figure{margin:0;container-type:inline-size}
.sanad-figure figcaption h1,.sanad-figure figcaption h2{margin:0 0 .25rem;font-size:1.2rem;line-height:1.3}
.sanad-figure figcaption :is(h1,h2) a{color:inherit;text-decoration:none}
.sanad-figure figcaption :is(h1,h2) a:hover{text-decoration:underline}
.sanad-summary,.site-summary{margin:.25rem 0 .75rem;color:var(--muted)}
.sanad-notice{border-inline-start:4px solid var(--focus);padding:.25rem .75rem;margin:.5rem 0;background:var(--raised)}
.sanad-notice[data-notice=LIVE],.sanad-notice[data-notice=PINNED]{border-inline-start-color:var(--line);background:none;color:var(--muted);font-size:.9rem}
sanad-widget{display:block}
.sanad-figure{position:relative}
.sanad-figure:not(.sanad-view-matrix){max-width:680px}
.sanad-detail{position:absolute;inset-block-start:var(--sanad-top);inset-inline:0;z-index:1;padding:.75rem 1rem;padding-inline-start:1.5rem;border:2px solid var(--control);border-radius:8px;background:var(--surface)}
.sanad-detail::before{inset-block:.6rem;inset-inline-start:.5rem}
.sanad-close{float:inline-end;min-width:24px}
.sanad-drawing{margin:.75rem 0}
.sanad-drawing svg{display:block;width:100%;height:auto}
.sanad-drawing svg.sanad-network{width:auto;max-width:none}
@container (max-width:531px){.sanad-drawing,.sanad-drawing svg{display:none}}
.sanad-view-network .sanad-drawing{overflow-x:auto}
.sanad-claims{list-style:none;margin:0;padding:0}
.sanad-claims>li{position:relative;margin:.9rem 0;padding-inline-start:1rem}
:is(.sanad-claims>li,.site-terms li):target{background:var(--raised)}
.sanad-claim p{margin:.15rem 0}
.sanad-proposition{color:inherit;font-weight:600;text-decoration-color:var(--line)}
.sanad-proposition:hover{text-decoration-color:currentColor}
.sanad-caveat{color:var(--muted);font-style:italic}
.sanad-claim .sanad-judgement,.site-judgement{border:1px solid var(--control);background:var(--raised);padding:.35rem .75rem;margin-block:.4rem}
.sanad-utterances{list-style:none;margin:.25rem 0;padding:0 0 0 .75rem;border-inline-start:2px solid var(--line)}
.sanad-utterances>li{margin:.6rem 0}
.sanad-utterances p{margin:.15rem 0}
.sanad-quote,.site main blockquote{margin:.25rem 0;padding-inline-start:.75rem;border-inline-start:3px solid var(--line);font-family:var(--serif,Georgia,serif)}
.sanad-translation,.sanad-source,.sanad-attribution,.sanad-foot{color:var(--muted);font-size:.9rem}
.sanad-clocks{color:var(--muted);font-size:.9rem;margin:.5rem 0 1rem}
.sanad-clocks p{margin:.25rem 0}
.sanad-clocks .sanad-clock{display:inline-block;margin-inline-end:1rem}
.sanad-clock::before{content:"";display:inline-block;width:11px;height:11px;margin-inline-end:.45em;border-radius:50%;border:3px solid var(--text)}
.sanad-clock[data-clock=HOLDS]::before{border-radius:0;background:var(--text)}
.sanad-clock[data-clock=RECORDED]::before{border-radius:0;border-width:2px;transform:rotate(45deg) scale(.85)}
.sanad-events{list-style:none;margin:0;padding:0}
.sanad-day{margin:0 0 1.25rem}
.sanad-when{margin:0;font-weight:700;font-size:1.05rem;border-block-end:1px solid var(--line)}
.sanad-group{margin:.5rem 0}
.sanad-group .sanad-clock{font-weight:700;font-size:.9rem;color:var(--muted)}
.sanad-group ul{list-style:none;margin:.15rem 0 0;padding-inline-start:1.25rem}
.sanad-group li{margin:.35rem 0}
.sanad-group a{color:inherit;text-decoration-color:var(--line)}
.sanad-scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.95rem;width:100%}
caption{text-align:start;font-weight:700;padding:.25rem 0}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:start;vertical-align:top;overflow-wrap:normal;word-break:normal}
.sanad-matrix th,.sanad-matrix td{min-width:9rem}
.sanad-matrix small{display:block;font-weight:400;margin-block-start:.25rem}
.sanad-matrix tbody{border-block-start:2px solid var(--control)}
.sanad-matrix :is(.sanad-of,.sanad-whose){position:sticky;inset-inline-start:0;z-index:1;width:9rem;overflow-wrap:anywhere}
.sanad-matrix .sanad-whose{inset-inline-start:9rem;width:6rem;min-width:6rem}
.sanad-matrix tbody :is(.sanad-of,.sanad-whose){background:var(--surface)}
.sanad-matrix :is(.sanad-of,.sanad-whose)::after{content:"";position:absolute;inset-block:0;inset-inline-end:0;border-inline-end:1px solid var(--control)}
[dir=rtl] .sanad-scroll{background:none}
.sanad-matrix .sanad-none{color:var(--muted);font-style:italic}
.sanad-scroll{background:linear-gradient(-90deg,var(--surface) 1rem,#0000 3rem) local,linear-gradient(-90deg,var(--control),#0000 .75rem)}
@container (max-width:531px){.sanad-matrix :is(table,tbody,tr,th,td,caption){display:block;border:0;padding:.15rem 0}.sanad-matrix :is(thead,td:empty){display:none}.sanad-matrix tbody{padding-block:.5rem;border-block-start:2px solid var(--control)}.sanad-matrix :is(.sanad-of,.sanad-whose){width:auto}.sanad-matrix :is(.sanad-of,.sanad-whose)::after{content:none}.sanad-matrix .sanad-of{font-size:1.05rem}.sanad-matrix td{padding-inline-start:1rem}.sanad-matrix td::before{content:attr(data-use);color:var(--muted);font-size:.9rem}}
thead th{background:var(--raised)}
.sanad-cell{list-style:none;margin:0;padding:0}
.sanad-cell{margin-block-start:.3rem;font-size:.85rem}
.sanad-cell li{margin:.2rem 0}
.sanad-cell a{display:inline-block;min-height:24px}
input,textarea,button,select{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--control);border-radius:4px;padding:.35rem .5rem;min-height:2rem;max-width:100%}
input[type=radio],input[type=checkbox]{min-height:1.15rem;min-width:1.15rem;vertical-align:middle;margin:0}
button{cursor:pointer;background:var(--raised)}
@media print{.sanad-skip{display:none}details::details-content{content-visibility:visible;block-size:auto;display:block;overflow:visible}summary{list-style:none}summary::marker{content:''}.sanad-close,.sanad-detail{display:none}a{color:inherit}.sanad-drawing{break-inside:avoid}.sanad-utterances>li,.sanad-line{break-inside:avoid}.sanad-line,.sanad-day>p{break-after:avoid}.sanad-scroll{overflow:visible}}
@media (prefers-reduced-motion:no-preference){.sanad-dim{transition:opacity .12s}}
`
