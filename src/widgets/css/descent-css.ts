/** Rules of the way of words back to their earliest wording. */
export const DESCENT_CSS = `
.sanad-descent{margin:1rem 0}
.sanad-descent ol{list-style:none;margin:0;padding:0}
.sanad-voice{display:grid;grid-template-columns:96px minmax(0,1fr);column-gap:1rem}
.sanad-figure-of{display:grid;grid-template-rows:auto 1fr;justify-items:center}
.sanad-stem{width:max(2px,var(--bar-width));min-height:1rem;background:var(--bar);print-color-adjust:exact;forced-color-adjust:none}
.sanad-seat{fill:var(--line)}
.sanad-funnel{fill:var(--s-line);opacity:.14}
.sanad-voice p{margin:0 0 .35rem}
.sanad-said b{font:600 1.2rem/1.3 var(--serif,Georgia,serif)}
.sanad-voice blockquote{margin:.35rem 0;font-family:var(--serif,Georgia,serif)}
.sanad-hedge{padding:0 .15em;border-block-end:2px solid var(--status-speculated-line);background:var(--status-speculated-fill);white-space:nowrap}
.sanad-joint{padding:.25rem 0 .75rem;color:var(--muted);font-size:.9rem}
.sanad-joint p{margin:0}
.sanad-judged{margin-block:.35rem .9rem;padding:.5rem .75rem;background:var(--raised)}
.sanad-end{padding-block-start:.4rem;color:var(--muted)}
.sanad-end::before{content:"";display:block;width:28px;height:2.5px;margin-block-end:.3rem;background:currentColor;forced-color-adjust:none}
@container (max-width:399px){.sanad-voice{grid-template-columns:64px minmax(0,1fr)}.sanad-crowd{width:64px;height:auto}}
`
