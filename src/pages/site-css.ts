/** Style sheet that pages load after the one of widgets. Embeds do without it. */
export const siteCss = (): string => RULES

const RULES = `
.site{max-width:880px;margin:0 auto;padding:0 1rem 2rem}
.site-judgement{margin-block:2rem 1rem;padding-block-end:.75rem}
.site-judgement h2{margin-block:.25rem}
.site-judgement ol{list-style:none;margin:0;padding:0}
.site-judgement p{margin:.25rem 0}
.site-header{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;padding:.75rem 0;border-block-end:1px solid var(--line)}
.site-name{font-weight:700;font-size:1.15rem;color:inherit;text-decoration:none}
.site-search{display:flex;flex:1 1 14rem;gap:.5rem;min-width:0}
.site-search input[type=search]{flex:1;min-width:0}
.site-languages{display:flex;gap:.75rem}
.site-languages a,.site-footer a,.site-item a{display:inline-block;min-height:24px}
.site-lead{font-size:1.1rem;margin:.5rem 0 1rem}
.site-kind{color:var(--muted);margin:1rem 0 0;font-size:.95rem}
.site-terms{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
.site-terms dt{color:var(--muted)}
.site-terms dd{margin:0;min-width:0}
.site-terms li details{display:inline-block;vertical-align:top;margin-inline-start:.75rem}
.site-item{display:inline-block;margin-inline-end:1rem}
@media (max-width:480px){.site-terms{grid-template-columns:1fr}.site-terms dd{margin-block-end:.5rem}}
.site-descent{list-style:none;margin:1rem 0 1.5rem;padding:0}
.site-descent>li{position:relative;padding:0 0 1.5rem 1.75rem;padding-inline:1.75rem 0}
.site-descent>li::before{content:"";position:absolute;inset-block-start:.35rem;inset-inline-start:.1rem;width:.8rem;height:.8rem;border:2px solid var(--control);border-radius:50%;background:var(--surface)}
.site-descent>li:not(:last-child)::after{content:"";position:absolute;inset-block:1.3rem -.25rem;inset-inline-start:calc(.5rem - 1px);border-inline-start:2px dashed var(--control)}
.site-descent>.site-earliest::before{background:var(--text);border-color:var(--text)}
.site-descent p{margin:.2rem 0}
.site-descent .site-drift{font-weight:700}
.site-descent .site-kind{margin-block-start:.6rem}
.site-descent .sanad-quote{font-size:1.15rem;margin-block:.4rem}
.site-links{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.site-links a{display:inline-block;min-height:24px}
.site-hits{padding-inline-start:1.5rem}
.site-hits li{margin:.75rem 0}
.site-match{margin:.15rem 0;color:var(--muted);font-size:.9rem}
mark{background:var(--mark);color:var(--text)}
.site-citation{background:var(--raised);padding:.5rem .75rem}
.site-footer{margin-block-start:3rem;border-block-start:1px solid var(--line);color:var(--muted);font-size:.9rem}
.site-builder fieldset{border:1px solid var(--line);margin:.75rem 0;padding:.25rem .75rem .5rem}
.site-builder label{display:block}
.site-builder .site-choice{display:inline-block;margin:.2rem 1rem .2rem 0;min-height:24px}
.site-builder :is(#what,#add){width:100%}
.site-builder small{color:var(--muted)}
.site-finds p{margin:.25rem 0}
.site-finds:has(a){border-inline-start:4px solid var(--focus);background:var(--raised);padding:.25rem .75rem;max-height:24rem;overflow-y:auto}
.site-snippet textarea{width:100%;font-family:monospace;font-size:.85rem}
.site-preview{border:1px solid var(--line);max-width:100%;display:block}
@media print{.site-header form,.site-languages,.site-footer{display:none}}
`
