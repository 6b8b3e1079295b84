/** Rules of the timeline. */
export const TIMELINE_CSS = `
.sanad-events :is(ol,ul){list-style:none;margin:0;padding:0}
.sanad-day,.sanad-events>details{border-block-start:1px solid var(--line);padding:.45rem 0;font-size:.9rem}
.sanad-day{display:grid;grid-template-columns:10.5rem 1fr;column-gap:.75rem}
.sanad-when{margin:0;font-weight:700;display:grid;grid-template-columns:1.6rem 1fr}
.sanad-clock{color:var(--muted)}
.sanad-clock::before{content:"";display:inline-block;width:10px;height:10px;margin-inline-end:.5em;border-radius:50%;border:2px solid var(--text);background:var(--text);print-color-adjust:exact;forced-color-adjust:none}
.sanad-clock[data-mark=HOLDS]::before{border-radius:0}
.sanad-clock[data-mark=RECORDED]::before{background:none}
.sanad-clock[data-mark=CAPTURED]::before{border-radius:0;background:none;transform:rotate(45deg) scale(.85)}
.sanad-group+.sanad-group{margin-block-start:.4rem}
.sanad-events li li{position:relative;padding-inline-start:1.9rem;margin:.2rem 0}
.sanad-events li li>.sanad-status{position:absolute;inset-inline-start:0;margin:0}
.sanad-events a{display:inline-block;min-height:24px;color:inherit;text-decoration-color:var(--line)}
.sanad-events .sanad-source{color:var(--muted)}
@container (max-width:531px){.sanad-day{display:block}}
`
