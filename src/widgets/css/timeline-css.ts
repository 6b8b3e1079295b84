/** Rules of the timeline. */
export const TIMELINE_CSS = `
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
`
