/** Details of entities, data, uses and sources. */
export const THING_CSS = `
.site-item a{display:inline-block;min-height:24px}
.site-terms{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
.site-terms dt{color:var(--muted)}
.site-terms dd{margin:0;min-width:0}
.site-terms li details{display:inline-block;vertical-align:top;margin-inline-start:.75rem}
.site-item{display:inline-block;margin-inline-end:1rem}
@media (max-width:480px){.site-terms{grid-template-columns:minmax(0,34%) 1fr;font-size:.9375rem;line-height:1.375rem}}
`
