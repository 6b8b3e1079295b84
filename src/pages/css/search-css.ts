/** Search results. */
export const SEARCH_CSS = `
.site-hits{padding-inline-start:1.5rem}
.site-hits li{margin:.75rem 0}
.site-match{margin:.15rem 0;color:var(--muted);font-size:.9rem}
`
