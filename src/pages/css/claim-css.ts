/** Sections of the pages of a story and a claim. */
export const CLAIM_CSS = `
.site-judgement{margin-block:2rem 1rem;padding-block-end:.75rem}
.site-judgement h2{margin-block:.25rem}
.site-judgement ol{list-style:none;margin:0;padding:0}
.site-judgement p{margin:.25rem 0}
.site-lead{font-size:1.1rem;margin:.5rem 0 1rem}
.site-descent{list-style:none;margin:1rem 0 1.5rem;padding:0}
.site-descent>li{position:relative;padding:0 0 1.5rem 1.75rem;padding-inline:1.75rem 0}
.site-descent>li::before{content:"";position:absolute;inset-block-start:.35rem;inset-inline-start:.1rem;width:.8rem;height:.8rem;border:2px solid var(--control);border-radius:50%;background:var(--surface)}
.site-descent>li:not(:last-child)::after{content:"";position:absolute;inset-block:1.3rem -.25rem;inset-inline-start:calc(.5rem - 1px);border-inline-start:2px dashed var(--control)}
.site-descent>.site-earliest::before{background:var(--text);border-color:var(--text)}
.site-descent p{margin:.2rem 0}
.site-descent .site-drift{font-weight:700}
.site-descent .site-kind{margin-block-start:.6rem}
.site-descent .sanad-quote{font-size:1.15rem;margin-block:.4rem}
.site-citation{background:var(--raised);padding:.5rem .75rem}
`
