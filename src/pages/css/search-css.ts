/** Search results. */
export const SEARCH_CSS = `
.site-hits{max-width:44rem;padding-inline-start:1.5rem}
.site-hits li{margin:1rem 0}
.site-hits .sanad-by{margin:.15rem 0 0;font:var(--type-by)}
.site-match{margin:.15rem 0;color:var(--muted);font-size:.9rem}
`
