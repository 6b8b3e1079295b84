import { TOKENS } from '../../widgets/tokens.ts'

const { columns, phone } = TOKENS.page

/** Form of the embed builder, snippets and preview: side by side, with the preview in sight while the form scrolls. */
export const BUILDER_CSS = `
.site-embed{display:grid;grid-template-columns:minmax(0,19rem) minmax(0,1fr);grid-auto-rows:auto;gap:0 48px;align-items:start}
.site-embed>.sanad-notice{grid-column:1/-1}
.site-embed>form{grid-column:1;grid-row:span 4}
.site-embed>:not(form,.sanad-notice){grid-column:2}
.site-embed>.site-preview{position:sticky;inset-block-start:var(--space-16);margin-block-end:var(--space-32)}
.site .site-embed h2{margin:0 0 8px;font:600 .90625rem/1.375rem var(--font);letter-spacing:0}
.site-builder{border-block-start:1px solid var(--rule)}
.site-builder>:is(p,fieldset){margin:0;padding:14px 0;border:0;border-block-end:1px solid var(--line)}
.site-builder legend{float:inline-start;width:100%;padding:0 0 6px;font-weight:600}
.site-builder legend+*{clear:both}
.site-builder label{display:block;font-weight:600}
.site-builder .site-choice{display:inline-block;margin:.2rem 1rem .2rem 0;min-height:24px;font-weight:400}
.site-builder :is(#what,#add){width:100%}
.site-builder small{color:var(--muted)}
.site-builder>p:has(#what){display:grid;grid-template-columns:minmax(0,1fr) auto;gap:4px 8px;padding-block-end:4px;border-block-end:0}
.site-builder>p:has(#what)>:is(label,small){grid-column:1/-1}
.site-builder [hidden]{display:none}
.site-finds p{margin:.25rem 0}
.site-finds:has(a){border-inline-start:4px solid var(--focus);background:var(--raised);padding:.25rem .75rem;max-height:24rem;overflow-y:auto}
.site-snippets{padding:16px;margin-block-end:var(--space-16);border:1px solid var(--line);border-radius:5px;background:var(--card)}
.site-snippet{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:4px 12px;align-items:start;margin-block-end:12px}
.site-snippet label{grid-column:1/-1;font:var(--type-small)}
.site .site-snippet textarea{width:100%;box-sizing:border-box;padding:8px;border:0;background:var(--raised);color:var(--text);font:.8125rem/1.4 monospace;resize:vertical}
.site-snippet button{min-width:6.5rem}
.site-preview{border:1px solid var(--line);max-width:100%;display:block}
@media (max-width:${columns - 1}px){.site-embed{grid-template-columns:minmax(0,15rem) minmax(0,1fr);gap:0 24px}}
@media (max-width:${phone - 1}px){.site-embed{display:flex;flex-direction:column;align-items:stretch}.site-embed>form{order:2}.site-embed>.sanad-notice{order:0}.site-embed>:not(form,.sanad-notice){order:1}.site-embed>.site-preview{position:static}.site-snippet{grid-template-columns:minmax(0,1fr)}}
`
