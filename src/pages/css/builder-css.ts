/** Form of the embed builder, snippets and preview. */
export const BUILDER_CSS = `
.site-builder fieldset{border:1px solid var(--line);margin:.75rem 0;padding:.25rem .75rem .5rem}
.site-builder label{display:block}
.site-builder .site-choice{display:inline-block;margin:.2rem 1rem .2rem 0;min-height:24px}
.site-builder :is(#what,#add){width:100%}
.site-builder small{color:var(--muted)}
.site-finds p{margin:.25rem 0}
.site-finds:has(a){border-inline-start:4px solid var(--focus);background:var(--raised);padding:.25rem .75rem;max-height:24rem;overflow-y:auto}
.site-snippet textarea{width:100%;font-family:monospace;font-size:.85rem}
.site-preview{border:1px solid var(--line);max-width:100%;display:block}
`
