import { TOKENS } from '../../widgets/tokens.ts'

const { columns, phone } = TOKENS.page

/** Form of the embed builder: field, snippets and preview beside the options. The preview stays in sight while these scroll. */
export const BUILDER_CSS = `
.site-builder{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,19rem);gap:0 48px}
.site-builder>div{border-block-start:1px solid var(--rule)}
.site-builder>div:has(#result){display:flex;flex-direction:column}
#result{flex:1}
#comparison>p{margin:0}
.site-options>button{margin-block-start:14px}
.site-builder .site-preview{position:sticky;inset-block-start:var(--space-16);margin-block-end:var(--space-32)}
.site .site-builder h2{margin:0 0 8px;font:600 .90625rem/1.375rem var(--font);letter-spacing:0}
.site-options>:is(p,fieldset),#comparison:not([hidden]){margin:0;padding:14px 0;border:0;border-block-end:1px solid var(--line)}
.site-builder legend{float:inline-start;width:100%;padding:0 0 6px;font-weight:600}
.site-builder legend+*{clear:both}
.site-builder label{display:block;font-weight:600}
.site-builder .site-choice{display:flex;gap:8px;align-items:flex-start;min-height:28px;padding-block:3px;font-weight:400}
.site-builder .site-choice input{flex:none;margin:2px 0 0}
.site-choices:not([hidden]){display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:0 8px;overflow-wrap:normal}
.site-choices legend{grid-column:1/-1}
.site-choices .sanad-status{margin:0;padding:0;font-size:.9375rem;line-height:1.25}
.site-choices .sanad-status::before{content:none}
.site-segments{display:flex;flex-wrap:wrap;width:fit-content;max-width:100%;border:1px solid var(--control);border-radius:3px;background:var(--card);overflow:hidden}
.site-builder .site-segments label{position:relative;display:flex;flex:1 0 auto;min-height:36px;font:500 .90625rem/1.25rem var(--font);box-shadow:-1px -1px 0 var(--line)}
.site-segments input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.site-segments span{flex:1;padding:8px 12px;text-align:center}
.site-segments label:hover span{background:var(--raised)}
.site-segments input:checked+span{background:var(--text);color:var(--paper);font-weight:600}
.site-segments input:focus-visible+span{outline:3px solid var(--focus);outline-offset:-3px}
@media (forced-colors:active){.site-segments input:checked+span{background:Highlight;color:HighlightText;forced-color-adjust:none}}
.site-builder :is(#what,#add){width:100%}
.site-builder small{color:var(--muted)}
.site-what{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:4px 8px;margin:0;padding-block:14px 4px}
.site-what>:is(label,small){grid-column:1/-1}
.site-builder [hidden]{display:none}
.site-finds p{margin:.25rem 0}
.site-finds:has(a){border-inline-start:4px solid var(--focus);background:var(--raised);padding:.25rem .75rem;max-height:24rem;overflow-y:auto}
.site-snippets{padding:16px;margin-block:var(--space-16);border:1px solid var(--line);border-radius:5px;background:var(--card)}
.site-snippet{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:4px 12px;align-items:start;margin-block-end:12px}
.site-snippet label{grid-column:1/-1;font:var(--type-small)}
.site .site-snippet textarea{width:100%;box-sizing:border-box;padding:0;border:8px solid var(--raised);background:var(--raised);color:var(--text);font:.8125rem/1.125rem monospace;resize:vertical}
.site-snippet button{min-width:6.5rem}
.site-preview{scroll-margin-block-start:var(--space-64);border:1px solid var(--line);max-width:100%;display:block}
@media (max-width:${columns - 1}px){.site-builder{grid-template-columns:minmax(0,1fr) minmax(0,15rem);gap:0 24px}}
@media (max-width:${phone - 1}px){.site-builder{grid-template-columns:minmax(0,1fr)}.site-builder .site-preview{position:static}.site-snippet{grid-template-columns:minmax(0,1fr)}.site-segments{width:auto}.site-builder .site-segments label{min-height:44px}.site-segments span{padding-block:12px}.site-builder .site-choice{min-height:32px}}
`
