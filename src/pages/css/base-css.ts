import { TOKENS } from '../../widgets/tokens.ts'

const { columns, phone, side, width } = TOKENS.page

/** Grid, headings, text, links, buttons and fields of every page. */
export const BASE_CSS = `
.site{border-block-start:4px solid var(--text);font:var(--type-text);font-optical-sizing:auto;font-kerning:normal;--edge:max(40px,calc((100% - ${width}px)/2 + 40px))}
.site>main{padding-inline:var(--edge);padding-block:var(--space-32) 96px}
.site-columns{display:grid;grid-template-columns:minmax(0,1fr) ${side}px;gap:64px;align-items:start}
.site-main{min-width:0}
.site h1{font:var(--type-page);letter-spacing:var(--track-page);text-wrap:balance;margin:0 0 var(--space-16)}
.site h2{font:var(--type-section);letter-spacing:var(--track-section);text-wrap:balance;margin:0 0 var(--space-16)}
.site-main>*+h2{margin-block-start:var(--space-32)}
.site h3{font:var(--type-proposition);text-wrap:balance;margin:var(--space-16) 0 var(--space-4)}
.site-main>section,.site-main>.sanad-section{margin-block-start:var(--space-64);border-block-start:1px solid var(--rule);padding-block-start:var(--space-16)}
.site-summary{font:var(--type-deck);color:var(--muted);max-width:29.5em;margin:0 0 var(--space-32);text-wrap:pretty}
.site-sentence{font:var(--type-sentence);max-width:28.5em;margin:0 0 var(--space-16);text-wrap:pretty}
.site-note,.site-kind{font:var(--type-small);color:var(--muted)}
.site-kind{margin:var(--space-16) 0 0}
.site a{text-decoration:underline;text-decoration-thickness:1px;text-decoration-color:color-mix(in srgb,currentColor 38%,#0000);text-underline-offset:.2em}
.site a:is(:hover,:focus-visible){text-decoration-color:currentColor}
.site-sentence a{color:inherit;text-decoration-color:var(--control)}
.site :is(.site-quiet,.site-nav,.site-footer,.site-languages,.site-tabs) a:not(:is(:hover,:focus-visible)){text-decoration-line:none}
.site :is(button,.site-button){display:inline-flex;align-items:center;justify-content:center;min-height:36px;padding:7px 14px;font:600 .875rem/1.25rem var(--font);color:var(--text);background:var(--card);border:1px solid var(--control);border-radius:3px;text-decoration:none;cursor:pointer}
.site :is(button,.site-button):hover{border-color:var(--text)}
.site .site-button-main{background:var(--text);border-color:var(--text);color:var(--paper)}
.site .site-button-main:hover{background:var(--link);border-color:var(--link)}
.site :is(button,.site-button):is(:disabled,[aria-disabled=true]){color:var(--muted);border-style:dashed;cursor:default}
.site :is(button,.site-button)[hidden]{display:none}
@media (scripting:enabled){.site button[data-copy][hidden]{display:inline-flex;visibility:hidden}}
.site :is(input:not([type=checkbox],[type=radio]),select,textarea){max-width:100%;min-height:36px;padding:6px 10px;font:var(--type-text);color:var(--text);background:var(--card);border:1px solid var(--control);border-radius:3px}
.site ::placeholder{color:var(--muted);opacity:1}
.site :is(input[type=checkbox],input[type=radio]){margin:0;width:18px;height:18px;accent-color:var(--text);vertical-align:-.2em}
.site table{font-variant-numeric:tabular-nums}
.site .sanad-quote,.site main blockquote{font:var(--type-quote)}
.site .sanad-translation{font:var(--type-translation)}
.site mark{background:var(--mark);color:var(--text)}
.site iframe{max-width:100%}
.site-glyph{fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round}
@media (max-width:${columns - 1}px){.site-columns{grid-template-columns:minmax(0,1fr);gap:var(--space-64)}}
@media (max-width:${phone - 1}px){.site{--edge:16px}.site>main{padding-block:var(--space-16) var(--space-64)}.site-main>section{margin-block-start:48px}.site :is(button,.site-button){min-height:44px}}
`
